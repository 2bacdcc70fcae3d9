import { DownloadOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { UploadButton } from '../detail-page/upload-button.tsx';
import { DownloadButton } from '../download-button.tsx';
import { PageTitle } from '../page-title.tsx';
import { Panel } from '../panel.tsx';
import { uploadFile } from '../upload-file.ts';
import { WayBack } from '../way-back.tsx';
import { ImportChecked } from './import-checked.tsx';
import type { ImportCheck, ImportKind } from './import-kind.ts';
import { ImportRun } from './import-run.tsx';

interface CheckedFile {
  readonly file: File;
  readonly check: ImportCheck;
}

/** A list comes in: look at the file first, write it second. */
export function ImportPage({ kind }: { readonly kind: ImportKind }): ReactElement {
  const { name, home, description } = kind;
  const [checked, setChecked] = useState<CheckedFile>();
  const [jobId, setJobId] = useState<string>();
  const startAgain = (): void => {
    setChecked(undefined);
    setJobId(undefined);
  };
  return (
    <>
      <PageTitle title={`导入${name}`} before={<WayBack label={`返回${name}`} home={home} />}>
        {description}
      </PageTitle>
      {jobId === undefined ? (
        <>
          <FilePanel kind={kind} hasFile={checked !== undefined} onChecked={setChecked} />
          {checked === undefined ? null : (
            <ImportChecked key={checked.file.name} {...checked} kind={kind} onOrdered={setJobId} />
          )}
        </>
      ) : (
        <ImportRun kind={kind} jobId={jobId} onAgain={startAgain} />
      )}
    </>
  );
}

interface FilePanelProps {
  readonly kind: ImportKind;
  readonly hasFile: boolean;
  readonly onChecked: (checked: CheckedFile) => void;
}

function FilePanel({ kind, hasFile, onChecked }: FilePanelProps): ReactElement {
  return (
    <Panel title="第一步　选择文件">
      <ol className="import-steps">
        <li>
          {kind.templateNote}
          <DownloadButton
            route={kind.routes.template}
            fallbackName={`${kind.name}导入模板.xlsx`}
            icon={<DownloadOutlined aria-hidden />}
          >
            下载模板
          </DownloadButton>
        </li>
        <li>
          {kind.fileNote}
          <UploadButton
            label={hasFile ? '重新选择文件' : '上传并检查'}
            accept=".xlsx"
            longestBytes={kind.longestBytes}
            onUpload={async (file, options) => {
              const check = await uploadFile(kind.routes.checkImport.path, file, {
                schema: kind.check,
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
