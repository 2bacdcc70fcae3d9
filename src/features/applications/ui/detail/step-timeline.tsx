import type { ReactElement } from 'react';

import { Timeline } from '#ui/detail-page/timeline.tsx';
import type { TimelineEntry } from '#ui/detail-page/timeline.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import { ACTION_NAMES, STATE_NAMES } from '../../messages.ts';
import type { ApplicationDetail, StepView } from '../../rules/application-views.ts';
import { detailLines } from '../../rules/step-detail.ts';
import type { Action } from '../../rules/transitions.ts';
import { fileUrl } from '../case-upload.ts';
import { RuleReasons } from '../judgement-panel.tsx';
import { yuanText } from '../labels.ts';
import { OverrideBadge } from '../words.tsx';

const TONES: Readonly<Partial<Record<Action, Tone>>> = {
  approve: 'good',
  pass_grassroots: 'good',
  pass_town: 'good',
  pass_district: 'good',
  refuse: 'bad',
  uphold: 'bad',
  ask_supplement: 'warn',
  send_back: 'warn',
  return_to_applicant: 'warn',
  take_over: 'warn',
};

/** 办理过程: who, for which unit, when, with what opinion and amount, and what the rules said then. */
export function StepTimeline({
  application,
}: {
  readonly application: ApplicationDetail;
}): ReactElement {
  const entries = application.steps.map((step) => toEntry(step, application));
  return <Timeline title="办理过程" entries={entries.toReversed()} emptyText="还没有提交" />;
}

function toEntry(step: StepView, application: ApplicationDetail): TimelineEntry {
  const { number, action, actorName, actorUnion, happenedAt, opinion, overrideReason } = step;
  return {
    key: String(number),
    who: actorName,
    role: actorUnion,
    when: happenedAt,
    what: (
      <span className="badge-line">
        {ACTION_NAMES[action]}
        {overrideReason === null ? null : <OverrideBadge />}
      </span>
    ),
    tone: TONES[action] ?? 'plain',
    opinion: opinion ?? '',
    details: <StepDetails step={step} application={application} />,
  };
}

interface StepDetailsProps {
  readonly step: StepView;
  readonly application: ApplicationDetail;
}

function StepDetails({ step, application }: StepDetailsProps): ReactElement {
  const { fromState, toState, amountFen, meetsConditions, judgement } = step;
  const lines = [
    ...(fromState === toState ? [] : [`转为：${STATE_NAMES[toState]}`]),
    ...(amountFen === null ? [] : [`金额：${yuanText(amountFen)}`]),
    ...(meetsConditions === null
      ? []
      : [`认定：${meetsConditions ? '符合' : '不符合'}救助类别的条件`]),
    ...detailLines(step.detail, application.papers),
  ];
  return (
    <div className="step-details">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <Override step={step} />
      </ul>
      {judgement === null ? null : (
        <details>
          <summary>当时的规则结论</summary>
          <RuleReasons of={judgement} />
        </details>
      )}
    </div>
  );
}

function Override({ step }: { readonly step: StepView }): ReactElement | null {
  const { overrideReason, overrideFileId } = step;
  if (overrideReason === null) return null;
  return (
    <li>
      {`特批理由：${overrideReason}`}
      {overrideFileId === null ? null : (
        <>
          {' '}
          <a href={fileUrl(overrideFileId)} download>
            下载依据材料
          </a>
        </>
      )}
    </li>
  );
}
