import type { ReactElement, ReactNode } from 'react';

export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'plain';

interface StatusBadgeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

export function StatusBadge({ tone, children }: StatusBadgeProps): ReactElement {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
