import { getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import type { ApplicationDetail } from '../../rules/application-views.ts';
import type { ApplicationState } from '../../rules/states.ts';
import { ActButtons } from '../acts/act-buttons.tsx';
import { useApplication } from '../application-queries.ts';
import { JudgementPanel } from '../judgement-panel.tsx';
import { PaperButtons } from '../papers/form-print.tsx';
import { ClockLight, OverrideBadge, StateBadge } from '../words.tsx';
import { CaseCard, FactsCard } from './case-cards.tsx';
import { ConsentsPanel } from './consents-panel.tsx';
import { FilingActions, SubmitPanel } from './filing.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { PapersPanel } from './papers-panel.tsx';
import { RecusalsPanel } from './recusals-panel.tsx';
import { StepTimeline } from './step-timeline.tsx';

const route = getRouteApi('/applications/$id');

/** While it lies with whoever filed it, papers and wish may still change. */
const EDITABLE: ReadonlySet<ApplicationState> = new Set<ApplicationState>([
  'draft',
  'returned',
  'supplementing',
]);

/** One application: what is wished, what the rules say, what was said to it, what may be done. */
export function ApplicationPage(): ReactElement {
  const { id } = route.useParams();
  const query = useApplication(Number(id));
  return (
    <QueryState query={query}>{(application) => <Loaded application={application} />}</QueryState>
  );
}

function Loaded({ application }: { readonly application: ApplicationDetail }): ReactElement {
  const { applicantName, number, unionName, state } = application;
  const isFiling = useMay()('applications.file' satisfies Permission) && EDITABLE.has(state);
  return (
    <DetailPage
      title={`${applicantName}的申请`}
      status={<Status application={application} />}
      description={`申请编号 ${number}，${unionName}`}
      before={<WayBack label="返回申请管理" home="/applications" />}
      actions={
        <>
          {isFiling ? <FilingActions application={application} /> : null}
          <PaperButtons application={application} />
        </>
      }
    >
      <Notices application={application} />
      <ActButtons key={application.version} application={application} />
      <CaseCard application={application} />
      <FactsCard application={application} />
      <JudgementPanel application={application} />
      <PapersPanel application={application} mayChange={isFiling} />
      <ConsentsPanel application={application} mayChange={isFiling} />
      {isFiling ? <SubmitPanel application={application} /> : null}
      <StepTimeline application={application} />
      <HistoryPanel application={application} />
      <RecusalsPanel application={application} />
    </DetailPage>
  );
}

function Status({ application }: { readonly application: ApplicationDetail }): ReactElement {
  const { clock, hasOverride } = application;
  return (
    <span className="badge-line">
      <StateBadge {...application} />
      {clock.light === null ? null : <ClockLight clock={clock} />}
      {hasOverride ? <OverrideBadge /> : null}
    </span>
  );
}

function Notices({ application }: { readonly application: ApplicationDetail }): ReactElement {
  const { state, steps, isDirect, isEscalated, reexaminationUntil } = application;
  const asked = state === 'supplementing' || state === 'returned' ? steps.at(-1) : undefined;
  return (
    <>
      {asked?.opinion === undefined || asked.opinion === null ? null : (
        <Alert
          type="warning"
          showIcon
          className="form-notice"
          title={state === 'returned' ? '申请已退回' : '须补正后再办理'}
          description={`${asked.actorUnion}${asked.actorName}：${asked.opinion}`}
        />
      )}
      {reexaminationUntil === null ? null : (
        <Alert
          type="info"
          showIcon
          className="form-notice"
          title={`申请人可以在 ${reexaminationUntil} 前申请复核。`}
        />
      )}
      {isEscalated ? <Note text="本申请因下级超期，已由上级接办。" /> : null}
      {isDirect ? <Note text="本申请由上级工会直接受理。" /> : null}
    </>
  );
}

function Note({ text }: { readonly text: string }): ReactElement {
  return <Alert type="info" showIcon className="form-notice" title={text} />;
}
