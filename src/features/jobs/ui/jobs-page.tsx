import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Progress } from 'antd';
import type { ReactElement } from 'react';

import { timeText } from '#ui/detail-page/detail-texts.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { failureText } from '#ui/request-failure.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import type { JobView } from '../contract.ts';
import { isUnderWay, useJobs, useRetryJob } from './job-queries.ts';
import { JOB_FIELDS, JOB_STATE_NAMES } from './job-search.ts';

const route = getRouteApi('/jobs');

/** 后台任务: what the person set going, and how far it is. */
export function JobsPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useJobs(search);
  const retry = useRetryJob();
  return (
    <>
      <ListPage<JobView>
        listKey="jobs"
        title="后台任务"
        description="您发起的、需要较长时间的操作；可以离开本页，结束后会收到消息。"
        fields={JOB_FIELDS}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        rowActions={{
          width: 150,
          render: (job) => <JobActions job={job} onRetry={() => retry.mutate(job.id)} />,
        }}
        isMarked={({ state }) => state === 'failed'}
        search={search}
        onSearchChange={(next) => void navigate({ to: '/jobs', search: next })}
        pages={pages}
        emptyText="您还没有发起过后台任务"
        emptyAction={<p>导入工会组织在后台进行，进度和结果显示在这里。</p>}
      />
      {retry.error === null ? null : (
        <Alert type="error" showIcon role="alert" title={failureText(retry.error)} />
      )}
    </>
  );
}

interface JobActionsProps {
  readonly job: JobView;
  readonly onRetry: () => void;
}

function JobActions({ job, onRetry }: JobActionsProps): ReactElement {
  return (
    <>
      <Link to="/jobs/$id" params={{ id: job.id }}>
        {job.state === 'done' ? '查看结果' : '详情'}
        <span className="visually-hidden">：{job.title}</span>
      </Link>
      {job.state === 'failed' ? (
        <button type="button" className="link-button" onClick={onRetry}>
          重新执行
          <span className="visually-hidden">：{job.title}</span>
        </button>
      ) : null}
    </>
  );
}

const TONES: Readonly<Record<JobView['state'], Tone>> = {
  queued: 'plain',
  running: 'info',
  done: 'good',
  failed: 'bad',
};

const COLUMNS: readonly ListColumn<JobView>[] = [
  {
    key: 'title',
    title: '任务',
    width: 210,
    isCardTitle: true,
    isAlwaysShown: true,
    render: ({ title }) => title,
  },
  {
    key: 'state',
    title: '状态',
    width: 90,
    isAlwaysShown: true,
    render: ({ state }) => <StatusBadge tone={TONES[state]}>{JOB_STATE_NAMES[state]}</StatusBadge>,
  },
  {
    key: 'progress',
    title: '进度',
    width: 230,
    isWideOnPhone: true,
    render: (job) => <HowFar job={job} />,
  },
  { key: 'createdAt', title: '发起时间', width: 150, render: (job) => timeText(job.createdAt) },
  {
    key: 'finishedAt',
    title: '结束时间',
    width: 150,
    render: ({ finishedAt }) => (finishedAt === null ? '—' : timeText(finishedAt)),
  },
];

function HowFar({ job }: { readonly job: JobView }): ReactElement {
  const { doneCount, totalCount, step, error } = job;
  if (error !== null) return <>{error.detail}</>;
  if (job.state === 'done') return <>{doneCount === 0 ? '—' : `共处理 ${doneCount} 项`}</>;
  if (!isUnderWay(job) || totalCount === null || totalCount === 0) {
    return <>{step ?? '—'}</>;
  }
  return (
    <Progress
      size="small"
      percent={Math.floor((doneCount / totalCount) * 100)}
      aria-label={`${job.title}的进度`}
    />
  );
}
