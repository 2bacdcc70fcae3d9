import type { ReactElement, ReactNode } from 'react';

interface StatFigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly unit?: string;
  readonly note?: ReactNode;
}

/** One figure with its name and unit. */
export function StatFigure({ label, value, unit, note }: StatFigureProps): ReactElement {
  return (
    <div className="stat">
      <div className="stat-label">{label}</div>
      <div className="stat-value">
        {value}
        {unit === undefined ? null : <span className="stat-unit">{unit}</span>}
      </div>
      {note === undefined ? null : <div className="stat-note">{note}</div>}
    </div>
  );
}
