import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface PageTitleProps {
  readonly title: string;
  /** One sentence that tells what the page is for. */
  readonly children?: ReactNode;
  /** Above the title, e.g. the way back. */
  readonly before?: ReactNode;
  /** Beside the title: how things stand. */
  readonly status?: ReactNode;
}

export function PageTitle(props: PageTitleProps): ReactElement {
  const { title, children, before, status } = props;
  useEffect(() => {
    document.title = `${title} · 送暖`;
  }, [title]);
  return (
    <header className="page-title">
      {before}
      {status === undefined ? (
        <h1>{title}</h1>
      ) : (
        <div className="page-title-line">
          <h1>{title}</h1>
          {status}
        </div>
      )}
      {children === undefined ? null : <p>{children}</p>}
    </header>
  );
}
