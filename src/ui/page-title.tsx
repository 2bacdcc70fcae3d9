import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface PageTitleProps {
  readonly title: string;
  /** One sentence that tells what the page is for. */
  readonly children?: ReactNode;
  /** Above the title, e.g. the way back. */
  readonly before?: ReactNode;
}

export function PageTitle({ title, children, before }: PageTitleProps): ReactElement {
  useEffect(() => {
    document.title = `${title} · 送暖`;
  }, [title]);
  return (
    <header className="page-title">
      {before}
      <h1>{title}</h1>
      {children === undefined ? null : <p>{children}</p>}
    </header>
  );
}
