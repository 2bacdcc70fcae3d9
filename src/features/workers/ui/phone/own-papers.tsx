import { useState } from 'react';
import type { ReactElement } from 'react';

import { routePath } from '#ui/call-route.ts';
import { FailureNote } from '#ui/light/failure-note.tsx';
import { Note } from '#ui/light/note.tsx';
import { preparePhoto } from '#ui/light/prepare-photo.ts';
import { useTask } from '#ui/light/use-task.ts';
import type { Task } from '#ui/light/use-task.ts';
import { uploadFile } from '#ui/upload-file.ts';

import { OWN_CASE_ROUTES } from '../../contract.ts';
import { OwnDetail } from '../../rules/own-views.ts';
import { useTakeOwnApplication } from '../own-queries.ts';

interface PapersProps {
  readonly application: OwnDetail;
}

/** 材料: one button a paper, which opens the camera or the pictures of the phone. */
export function OwnPapers({ application }: PapersProps): ReactElement {
  return (
    <section className="card stack">
      <h2>材料</h2>
      {application.papers.map((paper) => (
        <Paper key={paper.paper} applicationId={application.id} paper={paper} />
      ))}
    </section>
  );
}

interface PaperProps {
  readonly applicationId: number;
  readonly paper: OwnDetail['papers'][number];
}

interface Upload {
  readonly task: Task<File>;
  /** From 0 to 1 while bytes go; undefined else. */
  readonly share: number | undefined;
  readonly isBlurred: boolean;
}

function useUpload({ applicationId, paper }: PaperProps): Upload {
  const [share, setShare] = useState<number>();
  const [isBlurred, setBlurred] = useState(false);
  const take = useTakeOwnApplication();
  const task = useTask<File>(async (chosen, { idempotencyKey }) => {
    const photo = await preparePhoto(chosen);
    setBlurred(photo.isBlurred);
    const path = routePath(OWN_CASE_ROUTES.addFile.path, { id: applicationId });
    const fields = { paper: paper.paper };
    try {
      const options = { schema: OwnDetail, fields, onProgress: setShare, idempotencyKey };
      take(await uploadFile(path, photo.file, options));
    } finally {
      setShare(undefined);
    }
  });
  return { task, share, isBlurred };
}

function Paper(props: PaperProps): ReactElement {
  const { name, isRequired, files } = props.paper;
  const { task, share, isBlurred } = useUpload(props);
  const words = files.length === 0 ? '拍照或选择文件' : '再加一张';
  return (
    <div>
      <h3>
        {name}
        {isRequired ? '' : <span className="optional">（如有）</span>}
      </h3>
      <ul className="bullets">
        {files.map(({ id, fileName }) => (
          <li key={id}>{fileName}</li>
        ))}
      </ul>
      {isBlurred ? (
        <Note tone="warn">
          <p>照片可能不清楚，请看一看；不清楚的话请重拍一张。</p>
        </Note>
      ) : null}
      <FailureNote failure={task.failure} />
      {share === undefined ? null : <progress value={share} aria-label="上传进度" />}
      <FileButton words={words} name={name} task={task} />
    </div>
  );
}

interface FileButtonProps {
  readonly words: string;
  readonly name: string;
  readonly task: Task<File>;
}

function FileButton({ words, name, task }: FileButtonProps): ReactElement {
  return (
    <label className="button file-button">
      {task.isBusy ? '正在上传…' : words}
      <input
        type="file"
        accept="image/*,application/pdf"
        aria-label={`上传${name}`}
        disabled={task.isBusy}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) task.run(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
