import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import type { PolicyPhase } from '../rules/policy-states.ts';
import type { PolicySummary } from '../rules/policy-views.ts';

const PHASES: Readonly<Record<PolicyPhase, readonly [text: string, tone: Tone]>> = {
  draft: ['草稿', 'info'],
  withdrawn: ['已作废', 'plain'],
  coming: ['待生效', 'warn'],
  in_force: ['现行有效', 'good'],
  over: ['已失效', 'plain'],
};

export function PhaseBadge({ phase }: { readonly phase: PolicyPhase }): ReactElement {
  const [text, tone] = PHASES[phase];
  return <StatusBadge tone={tone}>{text}</StatusBadge>;
}

export function PolicyLink({
  policy,
}: {
  readonly policy: { readonly id: number; readonly title: string };
}): ReactElement {
  return (
    <Link to="/policies/$id" params={{ id: String(policy.id) }}>
      {policy.title}
    </Link>
  );
}

/** `2026-04-01 至 长期` */
export function validityText({
  validFrom,
  validTo,
}: Pick<PolicySummary, 'validFrom' | 'validTo'>): string {
  return `${validFrom} 至 ${validTo ?? '长期'}`;
}
