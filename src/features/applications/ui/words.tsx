import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import { LIGHT_NAMES, STATE_NAMES } from '../messages.ts';
import type { Light } from '../rules/application-inputs.ts';
import type { ApplicationRow, ReasonView } from '../rules/application-views.ts';
import { STATE_TRAITS } from '../rules/states.ts';
import type { ApplicationState } from '../rules/states.ts';
import { clockText } from './labels.ts';
import { reasonText } from './reason-text.ts';

const LIGHT_TONES: Readonly<Record<Light, Tone>> = { green: 'good', yellow: 'warn', red: 'bad' };

function stateTone(state: ApplicationState): Tone {
  if (STATE_TRAITS[state].isGranted) return state === 'payment_failed' ? 'bad' : 'good';
  if (state === 'refused') return 'bad';
  if (state === 'returned' || state === 'supplementing') return 'warn';
  return STATE_TRAITS[state].tier === null ? 'plain' : 'info';
}

export function StateBadge({ state }: Pick<ApplicationRow, 'state'>): ReactElement {
  return <StatusBadge tone={stateTone(state)}>{STATE_NAMES[state]}</StatusBadge>;
}

/** The light in words, with the day until which the tier has time. */
export function ClockLight({ clock }: Pick<ApplicationRow, 'clock'>): ReactElement {
  const text = clockText(clock);
  if (text === undefined || clock.light === null) return <>—</>;
  return (
    <span className="clock-light">
      <StatusBadge tone={LIGHT_TONES[clock.light]}>
        {clock.light === 'green' ? text : `${LIGHT_NAMES[clock.light]}：${text}`}
      </StatusBadge>
      <span>{clock.dueOn}</span>
    </span>
  );
}

interface ApplicationLinkProps {
  readonly application: Pick<ApplicationRow, 'id' | 'number' | 'applicantName'>;
  readonly text?: string;
}

export function ApplicationLink({ application, text }: ApplicationLinkProps): ReactElement {
  const { id, number, applicantName } = application;
  return (
    <Link to="/applications/$id" params={{ id: String(id) }}>
      {text ?? number}
      {text === undefined ? null : <span className="visually-hidden">：{applicantName}</span>}
    </Link>
  );
}

/** 特批: never taken off again. */
export function OverrideBadge(): ReactElement {
  return <StatusBadge tone="bad">特批</StatusBadge>;
}

/** Reasons in words, one a line. */
export function ReasonList({ reasons }: { readonly reasons: readonly ReasonView[] }): ReactElement {
  return (
    <ul className="reason-list">
      {reasons.map((reason) => {
        const text = reasonText(reason);
        return <li key={text}>{text}</li>;
      })}
    </ul>
  );
}
