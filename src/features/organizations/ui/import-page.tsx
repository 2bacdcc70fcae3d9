import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { UploadButton } from '#ui/detail-page/upload-button.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { uploadFile } from '#ui/upload-file.ts';
import { WayBack } from '#ui/way-back.tsx';

import { UNION_ROUTES } from '../contract.ts';
import { ImportCheck } from '../rules/union-views.ts';
import type { ImportResult } from '../rules/union-views.ts';
import { DownloadButton } from './download-button.tsx';
import { ImportChecked } from './import-checked.tsx';

const LONGEST_BYTES = 5 * 1024 * 1024;

interface CheckedFile {
  readonly file: File;
  readonly check: ImportCheck;
}

/** 导入工会组织: look at the file first, write it second. */
export function ImportPage(): ReactElement {
  const [checked, setChecked] = useState<CheckedFile>();
  const [result, setResult] = useState<ImportResult>();
  const startAgain = (): void => {
    setChecked(undefined);
    setResult(undefined);
  };
  return (
    <>
      <PageTitle title="导入工会组织" before={<WayBack label="返回工会组织" home="/unions" />}>
        一次可新建、更新多个工会。先检查文件，确认后才写入。
      </PageTitle>
      {result === undefined ? (
        <>
          <FilePanel hasFile={checked !== undefined} onChecked={setChecked} />
          {checked === undefined ? null : (
            <ImportChecked key={checked.file.name} {...checked} onDone={setResult} />
          )}
        </>
      ) : (
        <ImportDone result={result} onAgain={startAgain} />
      )}
    </>
  );
}

interface FilePanelProps {
  readonly hasFile: boolean;
  readonly onChecked: (checked: CheckedFile) => void;
}

function FilePanel({ hasFile, onChecked }: FilePanelProps): ReactElement {
  return (
    <Panel title="第一步　选择文件">
      <ol className="import-steps">
        <li>
          下载模板，按“填写说明”填写；已有的数据可以从工会组织页面导出后修改。
          <DownloadButton
            route={UNION_ROUTES.template}
            fallbackName="工会组织导入模板.xlsx"
            icon={<DownloadOutlined aria-hidden />}
          >
            下载模板
          </DownloadButton>
        </li>
        <li>
          上传填好的文件（.xlsx，Excel 或 WPS 均可，一次最多 5000 行）。此时只检查，不写入。
          <UploadButton
            label={hasFile ? '重新选择文件' : '上传并检查'}
            accept=".xlsx"
            longestBytes={LONGEST_BYTES}
            onUpload={async (file, options) => {
              const check = await uploadFile(UNION_ROUTES.checkImport.path, file, {
                schema: ImportCheck,
                ...options,
              });
              onChecked({ file, check });
            }}
          />
        </li>
      </ol>
    </Panel>
  );
}

interface ImportDoneProps {
  readonly result: ImportResult;
  readonly onAgain: () => void;
}

function ImportDone({ result, onAgain }: ImportDoneProps): ReactElement {
  const { createCount, updateCount, unchangedCount, skippedCount } = result;
  return (
    <Panel title="导入结果">
      <Alert
        type="success"
        showIcon
        title={`已新建 ${createCount} 个、更新 ${updateCount} 个工会。`}
        description={
          unchangedCount === 0 ? undefined : `另有 ${unchangedCount} 行与系统一致，未作改动。`
        }
      />
      {skippedCount === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          className="form-notice"
          title={`跳过了 ${skippedCount} 行有误的数据`}
          description="请在下载的“错误原因”文件中改正后，再导入一次。"
        />
      )}
      <div className="button-row import-next">
        <Link to="/unions">查看工会组织</Link>
        <Button onClick={onAgain}>再导入一个文件</Button>
      </div>
    </Panel>
  );
}
