import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactElement } from 'react';

import { JOB_ROUTES } from '#features/jobs/contract.ts';
import type { JobView } from '#features/jobs/contract.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { SubmitForm } from '#ui/form/submit-form.tsx';
import { JobProgress } from '#ui/job-progress.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { WayBack } from '#ui/way-back.tsx';

import { POLICY_ROUTES } from '../../contract.ts';
import type { PolicySummary } from '../../rules/policy-views.ts';
import { ReplayOrder, ReplayResult } from '../../rules/replay-views.ts';
import { usePolicies } from '../policy-queries.ts';
import { ReplayPanels } from './replay-panels.tsx';

const route = getRouteApi('/policies/$id/replay');

/** 政策模拟: what a draft would have made of past cases. */
export function ReplayPage(): ReactElement {
  const { id } = route.useParams();
  const { withId, jobId } = route.useSearch();
  const query = usePolicies();
  return (
    <>
      <PageTitle title="政策模拟" before={<WayBack label="返回制度" home={`/policies/${id}`} />}>
        用两个版本分别重新计算已办案件，看金额和结果有哪些变化。只作测算，不改动任何案件。
      </PageTitle>
      <QueryState query={query}>
        {(policies) => <OrderForm id={Number(id)} withId={withId} policies={policies} />}
      </QueryState>
      {jobId === undefined ? null : <ReplayOfJob jobId={jobId} />}
    </>
  );
}

interface OrderFormProps {
  readonly id: number;
  readonly withId: number | undefined;
  readonly policies: readonly PolicySummary[];
}

function OrderForm({ id, withId, policies }: OrderFormProps): ReactElement {
  const navigate = useNavigate();
  const others = policies.filter((other) => other.id !== id);
  const named = others.find((other) => other.id === withId);
  const compared = (named ?? others.find(({ phase }) => phase === 'in_force'))?.id;
  const today = chinaToday();
  return (
    <SubmitForm
      schema={ReplayOrder}
      initialValues={{ withId: compared, from: `${today.slice(0, 4)}-01-01`, to: today }}
      isGuarded={false}
      onSubmit={async (body, { idempotencyKey }) => {
        const call = { params: { id }, body, idempotencyKey };
        return { ...(await callRoute(POLICY_ROUTES.replay, call)), withId: body.withId };
      }}
      onDone={(search) =>
        void navigate({ to: '/policies/$id/replay', params: { id: String(id) }, search })
      }
      submitText="开始模拟"
    >
      <FormSection title="模拟范围">
        <Field name="withId" label="与以下版本比较" isWide>
          <Select<number>
            className="query-select"
            options={others.map((other) => ({
              value: other.id,
              label: `${other.title}（${other.code}）`,
            }))}
          />
        </Field>
        <Field name="from" label="审批日期从">
          <DateInput />
        </Field>
        <Field name="to" label="到">
          <DateInput latest={today} />
        </Field>
      </FormSection>
    </SubmitForm>
  );
}

const EVERY_SECOND = 1000;

function ReplayOfJob({ jobId }: { readonly jobId: string }): ReactElement {
  const query = useQuery({
    queryKey: ['jobs', 'one', jobId],
    queryFn: ({ signal }) => callRoute(JOB_ROUTES.get, { params: { id: jobId }, signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? EVERY_SECOND : false),
  });
  return <QueryState query={query}>{(job) => <JobOutcome job={job} />}</QueryState>;
}

function isUnderWay(job: JobView | undefined): boolean {
  return job?.state === 'queued' || job?.state === 'running';
}

function JobOutcome({ job }: { readonly job: JobView }): ReactElement {
  const result = ReplayResult.safeParse(job.result);
  if (job.state === 'done' && result.success) return <ReplayPanels result={result.data} />;
  return (
    <JobProgress
      label={job.title}
      state={job.state}
      done={job.doneCount}
      total={job.totalCount ?? undefined}
      message={job.error?.detail ?? job.step ?? undefined}
    />
  );
}
