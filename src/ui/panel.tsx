import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  /** Beside the title, e.g. the unit or a link. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled block of a page. */
export function Panel({ title, extra, children, className = '' }: PanelProps): ReactElement {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {extra === undefined ? null : <div className="panel-extra">{extra}</div>}
      </div>
      {children}
    </section>
  );
}
