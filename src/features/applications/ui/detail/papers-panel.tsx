import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { AttachmentPreview } from '#ui/detail-page/attachment-preview.tsx';
import { UploadButton } from '#ui/detail-page/upload-button.tsx';
import type { SendFileOptions } from '#ui/detail-page/upload-button.tsx';
import { Panel } from '#ui/panel.tsx';
import { failureText } from '#ui/request-failure.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import { APPLICATION_ROUTES } from '../../contract.ts';
import type { ApplicationDetail, PaperView } from '../../rules/application-views.ts';
import { useTakeApplication } from '../application-queries.ts';
import { PAPER_FILES, fileUrl, fileViewUrl, uploadToCase } from '../case-upload.ts';

type PaperFile = PaperView['files'][number];

interface PapersPanelProps {
  readonly application: ApplicationDetail;
  readonly mayChange: boolean;
}

/** 申请材料: each by what it proves; what is missing is named together. */
export function PapersPanel({ application, mayChange }: PapersPanelProps): ReactElement {
  const { papers } = application;
  const [viewed, setViewed] = useState<PaperFile>();
  const missing = papers.filter(({ isRequired, files }) => isRequired && files.length === 0);
  return (
    <Panel title="申请材料" extra={`${papers.length - missing.length}/${papers.length} 项`}>
      {missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          className="form-notice"
          title={`还缺 ${missing.length} 项必交材料：${missing.map(({ name }) => name).join('、')}`}
        />
      )}
      <ul className="papers">
        {papers.map((paper) => (
          <Paper
            key={paper.paper}
            paper={paper}
            applicationId={application.id}
            mayChange={mayChange}
            onView={setViewed}
          />
        ))}
      </ul>
      <AttachmentPreview
        attachment={viewed === undefined ? undefined : toPreviewed(viewed)}
        onClose={() => setViewed(undefined)}
      />
    </Panel>
  );
}

function toPreviewed({ id, fileName, mediaType }: PaperFile): {
  name: string;
  contentType: string;
  url: string;
  viewUrl: string;
} {
  return { name: fileName, contentType: mediaType, url: fileUrl(id), viewUrl: fileViewUrl(id) };
}

interface PaperProps {
  readonly paper: PaperView;
  readonly applicationId: number;
  readonly mayChange: boolean;
  readonly onView: (file: PaperFile) => void;
}

function Paper({ paper, applicationId, mayChange, onView }: PaperProps): ReactElement {
  const takeApplication = useTakeApplication();
  const { name, isRequired, files } = paper;
  const isMissing = isRequired && files.length === 0;
  const params = { id: applicationId };
  const remove = async (fileId: string): Promise<void> => {
    const body = { paper: paper.paper, fileId };
    takeApplication(await callRoute(APPLICATION_ROUTES.removePaper, { params, body }));
  };
  const add = async (file: File, options: SendFileOptions): Promise<void> => {
    const { id } = await uploadToCase(applicationId, file, options);
    const body = { paper: paper.paper, fileId: id };
    takeApplication(await callRoute(APPLICATION_ROUTES.addPaper, { params, body }));
  };
  return (
    <li>
      <div className="badge-line">
        <strong>{name}</strong>
        <StatusBadge tone={isMissing ? 'warn' : 'plain'}>
          {isRequired ? (isMissing ? '必交，未交' : '必交') : '有则提交'}
        </StatusBadge>
      </div>
      {files.map((file) => (
        <FileLine
          key={file.id}
          file={file}
          onView={onView}
          onRemove={mayChange ? () => remove(file.id) : undefined}
        />
      ))}
      {mayChange ? (
        <UploadButton label={`上传${name}`} accept={PAPER_FILES} onUpload={add} />
      ) : null}
    </li>
  );
}

interface FileLineProps {
  readonly file: PaperFile;
  readonly onView: (file: PaperFile) => void;
  readonly onRemove: (() => Promise<void>) | undefined;
}

function FileLine({ file, onView, onRemove }: FileLineProps): ReactElement {
  const [error, setError] = useState<string>();
  const canView = /^(image\/(jpeg|png|gif|webp)|application\/pdf)$/.test(file.mediaType);
  return (
    <div className="paper-file">
      <span className="attachment-name">{file.fileName}</span>
      <span className="row-actions">
        {canView ? (
          <Button
            type="link"
            size="small"
            aria-label={`预览${file.fileName}`}
            onClick={() => onView(file)}
          >
            预览
          </Button>
        ) : null}
        <a href={fileUrl(file.id)} download={file.fileName}>
          下载<span className="visually-hidden">{file.fileName}</span>
        </a>
        {onRemove === undefined ? null : (
          <Button
            type="link"
            danger
            size="small"
            aria-label={`移除${file.fileName}`}
            onClick={() => void onRemove().catch((cause: unknown) => setError(failureText(cause)))}
          >
            移除
          </Button>
        )}
      </span>
      {error === undefined ? null : <Alert type="error" showIcon title={error} role="alert" />}
    </div>
  );
}
