import type { ReactElement } from 'react';

interface ScoreBarProps {
  /** From 0 to 1; what lies outside is cut. */
  readonly share: number;
  readonly tone?: 'plain' | 'good' | 'weak';
}

/** A bar beside figures that say the same, hence hidden from screen readers. */
export function ScoreBar({ share, tone = 'plain' }: ScoreBarProps): ReactElement {
  const percent = Math.min(Math.max(share, 0), 1) * 100;
  return (
    <span className={`score-bar score-bar-${tone}`} aria-hidden>
      <span className="score-bar-fill" style={{ width: `${percent}%` }} />
    </span>
  );
}
