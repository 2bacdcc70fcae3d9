import { Alert, Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { ReactElement } from 'react';

import type { ActView, ApplicationDetail } from '../../rules/application-views.ts';
import type { Action } from '../../rules/transitions.ts';
import { actionText } from '../labels.ts';
import { reasonText } from '../reason-text.ts';

// The forms come with the first act.
const ActDialog = lazy(async () => {
  const module = await import('./act-dialog.tsx');
  return { default: module.ActDialog };
});

interface ActButtonsProps {
  readonly application: ApplicationDetail;
}

/** Acts that go on with the case; the first of them is the usual one. */
const FORWARD: readonly Action[] = [
  'accept',
  'pass_grassroots',
  'pass_town',
  'pass_district',
  'approve',
  'record_visit',
  'record_check',
  'uphold',
];
/** Acts that end it. */
const ENDING: readonly Action[] = ['refuse', 'withdraw'];

/** Sent from the filing part of the page, beside what is missing. */
const ELSEWHERE: ReadonlySet<Action> = new Set<Action>(['submit', 'answer_supplement']);

/** What the reader may do now, each act in its dialog; what is closed says why. */
export function ActButtons({ application }: ActButtonsProps): ReactElement | null {
  const [act, setAct] = useState<ActView>();
  const acts = application.acts.filter(({ action }) => !ELSEWHERE.has(action));
  if (acts.length === 0) return null;
  const open = ordered(acts.filter(({ reasons }) => reasons.length === 0));
  const closed = acts.filter(({ reasons }) => reasons.length > 0);
  return (
    <>
      <div className="button-row act-buttons">
        {open.map((one, index) => (
          <Button
            key={`${one.route}.${one.action}`}
            type={index === 0 && FORWARD.includes(one.action) ? 'primary' : 'default'}
            danger={ENDING.includes(one.action)}
            onClick={() => setAct(one)}
          >
            {actionText(one.action)}
          </Button>
        ))}
      </div>
      <ClosedActs acts={closed} />
      {act === undefined ? null : (
        <Suspense>
          <ActDialog application={application} act={act} onClose={() => setAct(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function ClosedActs({ acts }: { readonly acts: readonly ActView[] }): ReactElement | null {
  if (acts.length === 0) return null;
  const byReason = new Map<string, ActView[]>();
  for (const act of acts) {
    const reason = act.reasons.map(reasonText).join(' ');
    byReason.set(reason, [...(byReason.get(reason) ?? []), act]);
  }
  return (
    <Alert
      type="info"
      showIcon
      className="form-notice"
      title="有些事项您现在不能办理"
      description={
        <ul>
          {[...byReason].map(([reason, group]) => (
            <li key={reason}>
              {`${group.map(({ action }) => actionText(action)).join('、')}：${reason}`}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function ordered(acts: readonly ActView[]): readonly ActView[] {
  const place = ({ action }: ActView): number => {
    if (FORWARD.includes(action)) return 0;
    return ENDING.includes(action) ? 2 : 1;
  };
  return acts.toSorted((a, b) => place(a) - place(b));
}
