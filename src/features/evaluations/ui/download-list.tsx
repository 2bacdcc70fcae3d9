import { DownloadOutlined, EyeOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';

import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';

import type { EvaluationView, OutputFileName } from '../contract.ts';
import { fileSize } from './figures.ts';
import { FILE_ORDER, FILE_TEXTS } from './labels.ts';

export function DownloadList({ view }: { readonly view: EvaluationView }): ReactElement {
  const sizeOf = new Map(view.files.map(({ name, sizeBytes }) => [name, sizeBytes]));
  return (
    <Panel title="成果下载">
      {sizeOf.size === 0 ? <EmptyState title="还没有生成成果文件" /> : null}
      <ul className="files">
        {FILE_ORDER.map((name) => {
          const size = sizeOf.get(name);
          return size === undefined ? null : <FileRow key={name} name={name} size={size} />;
        })}
      </ul>
    </Panel>
  );
}

function FileRow({
  name,
  size,
}: {
  readonly name: OutputFileName;
  readonly size: number;
}): ReactElement {
  const { title, use, canRead } = FILE_TEXTS[name];
  return (
    <li>
      <div className="file-text">
        <span className="file-title">{title}</span>
        <span className="file-use">
          {use} · {fileSize(size)}
        </span>
      </div>
      <div className="file-actions">
        {canRead ? (
          <a
            href={`/api/evaluation/files/${name}?view=1`}
            target="_blank"
            rel="noreferrer"
            aria-label={`在线阅读${title}`}
          >
            <EyeOutlined aria-hidden /> 阅读
          </a>
        ) : null}
        <a href={`/api/evaluation/files/${name}`} download aria-label={`下载${title}`}>
          <DownloadOutlined aria-hidden /> 下载
        </a>
      </div>
    </li>
  );
}
