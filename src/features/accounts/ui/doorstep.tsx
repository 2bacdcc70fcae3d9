import type { ReactElement, ReactNode } from 'react';

interface DoorstepProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A card in the middle of an empty page, for people who are not in the house yet. */
export function Doorstep({ title, lead, children }: DoorstepProps): ReactElement {
  return (
    <main className="doorstep" id="main">
      <div className="doorstep-brand">
        <img src="/favicon.svg" alt="" width={40} height={40} />
        <div>
          <strong>送暖</strong>
          <span>困难职工帮扶资金管理与绩效评价</span>
        </div>
      </div>
      <section className="doorstep-card">
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="doorstep-lead">{lead}</p>}
        {children}
      </section>
    </main>
  );
}
