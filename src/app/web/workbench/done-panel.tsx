import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { JobList } from '#features/jobs/contract.ts';
import { useRecentJobs } from '#features/jobs/ui/job-queries.ts';
import type { NoticeList } from '#features/notices/contract.ts';
import { useRecentNotices } from '#features/notices/ui/notice-queries.ts';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';

interface Done {
  readonly key: string;
  readonly when: string;
  readonly text: string;
  readonly path: string | null;
}

const SHOWN = 6;

/** 已办: finished jobs and messages read, the newest first. */
export function DonePanel(): ReactElement {
  const jobs = useRecentJobs();
  const notices = useRecentNotices();
  return (
    <Panel title="已办" extra={<Link to="/jobs">后台任务</Link>}>
      <QueryState query={jobs}>
        {(jobList) => (
          <QueryState query={notices}>
            {(noticeList) => <DoneList done={listDone(jobList, noticeList)} />}
          </QueryState>
        )}
      </QueryState>
    </Panel>
  );
}

function DoneList({ done }: { readonly done: readonly Done[] }): ReactElement {
  if (done.length === 0) {
    return <p className="panel-none">您完成的后台任务和读过的消息会列在这里。</p>;
  }
  return (
    <ul className="tasks">
      {done.slice(0, SHOWN).map(({ key, when, text, path }) => (
        <li key={key}>
          <time dateTime={when}>{timeText(when)}</time>
          <span className="task-text">{path === null ? text : <Link to={path}>{text}</Link>}</span>
        </li>
      ))}
    </ul>
  );
}

function listDone({ items: jobs }: JobList, { items: notices }: NoticeList): Done[] {
  const finished = jobs.flatMap(({ id, title, state, finishedAt }): Done[] =>
    state === 'done' && finishedAt !== null
      ? [{ key: id, when: finishedAt, text: `完成：${title}`, path: `/jobs/${id}` }]
      : [],
  );
  // The end of a job is told by a message as well.
  const read = notices.flatMap(({ id, code, text, link, readAt }): Done[] =>
    readAt === null || code === 'jobs.done'
      ? []
      : [{ key: String(id), when: readAt, text: `已读：${text}`, path: link }],
  );
  return [...finished, ...read].toSorted((a, b) => b.when.localeCompare(a.when));
}
