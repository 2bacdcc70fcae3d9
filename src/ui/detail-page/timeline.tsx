import type { ReactElement, ReactNode } from 'react';

import { Panel } from '../panel.tsx';
import type { Tone } from '../status-badge.tsx';
import { timeText } from './detail-texts.ts';

export interface TimelineChange {
  readonly label: string;
  /** Empty when there was nothing before. */
  readonly before: ReactNode;
  /** Empty when it was taken away. */
  readonly after: ReactNode;
}

export interface TimelineEntry {
  readonly key: string;
  readonly who: string;
  /** The person's unit or role. */
  readonly role?: string;
  /** ISO instant, or an ISO day. */
  readonly when: string;
  /** What was done: 提交申请, 同意, 修改单位信息 … */
  readonly what: ReactNode;
  readonly tone?: Tone;
  readonly opinion?: string;
  readonly changes?: readonly TimelineChange[];
  /** Below the opinion: what else belongs to the act. */
  readonly details?: ReactNode;
}

export interface TimelineProps {
  readonly title: string;
  /** Newest first, or as the reader expects them. */
  readonly entries: readonly TimelineEntry[];
  readonly emptyText?: string;
}

/** Opinions and changes: who, when, what, from what to what. */
export function Timeline({ title, entries, emptyText }: TimelineProps): ReactElement {
  return (
    <Panel title={title}>
      {entries.length === 0 ? (
        <p className="is-absent">{emptyText ?? '暂无记录'}</p>
      ) : (
        <ol className="timeline">
          {entries.map((entry) => (
            <li key={entry.key} className={`timeline-entry is-${entry.tone ?? 'plain'}`}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }): ReactElement {
  const { who, role, when, what, opinion, changes = [], details } = entry;
  return (
    <>
      <div className="timeline-head">
        <strong>{what}</strong>
        <span>{role === undefined ? who : `${who}（${role}）`}</span>
        <time dateTime={when}>{timeText(when)}</time>
      </div>
      {opinion === undefined || opinion === '' ? null : (
        <p className="timeline-opinion">{opinion}</p>
      )}
      {details}
      {changes.length === 0 ? null : (
        <ul className="timeline-changes">
          {changes.map(({ label, before, after }) => (
            <li key={label}>
              <span className="timeline-label">{label}</span>
              <del>{before === '' ? '（空）' : before}</del>
              <span aria-hidden>→</span>
              <ins>{after === '' ? '（空）' : after}</ins>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
