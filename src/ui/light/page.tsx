import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { Way } from './way.tsx';

interface PageProps {
  readonly title: string;
  /** Where the page was come to from; none for those of the bar at the foot. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One page: its heading takes the focus when it appears, so that a reader hears where it is. */
export function Page({ title, back, lead, children }: PageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · 送暖`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      {back === undefined ? null : (
        <Way to={back.to} className="way-back">
          <span aria-hidden>‹</span> {back.label}
        </Way>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead === undefined ? null : <p className="lead">{lead}</p>}
      {children}
    </>
  );
}
