import { Link, getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactElement } from 'react';

import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { JobProgress } from '#ui/job-progress.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { failureText } from '#ui/request-failure.ts';
import { WayBack } from '#ui/way-back.tsx';

import type { JobView } from '../contract.ts';
import { useJob, useRetryJob } from './job-queries.ts';
import { listResultFacts } from './result-facts.ts';
import { findResultLink } from './result-link.ts';

const route = getRouteApi('/jobs/$id');

export function JobPage(): ReactElement {
  const { id } = route.useParams();
  const query = useJob(id);
  return <QueryState query={query}>{(job) => <Loaded job={job} />}</QueryState>;
}

function Loaded({ job }: { readonly job: JobView }): ReactElement {
  const retry = useRetryJob();
  const link = findResultLink(job.result);
  return (
    <DetailPage title={job.title} before={<WayBack label="返回后台任务" home="/jobs" />}>
      <Panel title="进度">
        <JobProgress
          label={job.title}
          state={job.state}
          done={job.doneCount}
          total={job.totalCount ?? undefined}
          // The last step is no news once the job is done.
          message={job.state === 'done' ? undefined : (job.error?.detail ?? job.step ?? undefined)}
          result={link === undefined ? undefined : <Link to={link}>查看结果</Link>}
          onRetry={() => retry.mutate(job.id)}
        />
        {retry.error === null ? null : (
          <Alert type="error" showIcon role="alert" title={failureText(retry.error)} />
        )}
      </Panel>
      <ResultCard job={job} />
      <DescriptionCard
        title="任务"
        items={[
          { label: '发起时间', value: timeText(job.createdAt) },
          { label: '开始时间', value: job.startedAt === null ? '—' : timeText(job.startedAt) },
          { label: '结束时间', value: job.finishedAt === null ? '—' : timeText(job.finishedAt) },
          { label: '已处理', value: job.doneCount, unit: '项' },
          { label: '执行次数', value: job.attempt, unit: '次' },
          { label: '任务编号', value: job.id, isWide: true },
        ]}
      />
    </DetailPage>
  );
}

function ResultCard({ job }: { readonly job: JobView }): ReactElement | null {
  const facts = listResultFacts(job.result);
  if (facts.length === 0) return null;
  return <DescriptionCard title="结果" items={facts.map((fact) => ({ ...fact, unit: '项' }))} />;
}
