import type { ReactElement, ReactNode } from 'react';

interface TableFrameProps {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that scrolls sideways inside its own frame, by keyboard too. */
export function TableFrame({ label, children }: TableFrameProps): ReactElement {
  return (
    // A frame that scrolls must take the focus, or the keyboard cannot scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-frame" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
