import { DownloadOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { ImportCheck } from '#features/fund-years/rules/import-views.ts';
import { UploadButton } from '#ui/detail-page/upload-button.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { uploadFile } from '#ui/upload-file.ts';
import { WayBack } from '#ui/way-back.tsx';

import { UNION_ROUTES } from '../contract.ts';
import { DownloadButton } from './download-button.tsx';
import { ImportChecked } from './import-checked.tsx';
import { ImportRun } from './import-run.tsx';

const LONGEST_BYTES = 5 * 1024 * 1024;

interface CheckedFile {
  readonly file: File;
  readonly check: ImportCheck;
}

/** 导入工会组织: look at the file first, write it second. */
export function ImportPage(): ReactElement {
  const [checked, setChecked] = useState<CheckedFile>();
  const [jobId, setJobId] = useState<string>();
  const startAgain = (): void => {
    setChecked(undefined);
    setJobId(undefined);
  };
  return (
    <>
      <PageTitle title="导入工会组织" before={<WayBack label="返回工会组织" home="/unions" />}>
        一次可新建、更新多个工会。先检查文件，确认后才写入。
      </PageTitle>
      {jobId === undefined ? (
        <>
          <FilePanel hasFile={checked !== undefined} onChecked={setChecked} />
          {checked === undefined ? null : (
            <ImportChecked key={checked.file.name} {...checked} onOrdered={setJobId} />
          )}
        </>
      ) : (
        <ImportRun jobId={jobId} onAgain={startAgain} />
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
