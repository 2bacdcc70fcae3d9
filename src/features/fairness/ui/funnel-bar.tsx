import type { ReactElement } from 'react';

import type { UnionRate } from '../rules/fairness-views.ts';

const [WIDTH, HEIGHT] = [180, 22];

/**
 * Where a union lies between its limits: the pale band is passed by chance once in 1000 times to a side,
 * the darker one once in 40. The words beside it say the same, hence hidden from screen readers.
 */
export function FunnelBar({ row }: { readonly row: UnionRate }): ReactElement | null {
  const { limits, expected, comparedCount } = row;
  if (limits === null || expected === null) return null;
  const most = Math.max(limits.outerHigh, comparedCount, 1) * 1.05;
  const place = (count: number): number => (count / most) * (WIDTH - 8) + 4;
  const isOutside = comparedCount < limits.innerLow || comparedCount > limits.innerHigh;
  return (
    <svg
      className="funnel-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden
    >
      <line x1={4} x2={WIDTH - 4} y1={11} y2={11} className="funnel-axis" />
      <Band from={place(limits.outerLow)} to={place(limits.outerHigh)} className="funnel-outer" />
      <Band from={place(limits.innerLow)} to={place(limits.innerHigh)} className="funnel-inner" />
      <line
        x1={place(Number(expected))}
        x2={place(Number(expected))}
        y1={3}
        y2={19}
        className="funnel-expected"
      />
      <circle
        cx={place(comparedCount)}
        cy={11}
        r={4}
        className={isOutside ? 'funnel-out' : 'funnel-in'}
      />
    </svg>
  );
}

interface BandProps {
  readonly from: number;
  readonly to: number;
  readonly className: string;
}

function Band({ from, to, className }: BandProps): ReactElement {
  return <rect x={from} width={Math.max(to - from, 1)} y={6} height={10} className={className} />;
}
