import type { MouseEvent, ReactElement, ReactNode } from 'react';

import { go, usePath } from './address.ts';

interface WayProps {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link inside these pages: a plain one for whoever opens it in a new window. */
export function Way({ to, className, children }: WayProps): ReactElement {
  const path = usePath();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={to}
      className={className}
      onClick={follow}
      {...(path === to ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </a>
  );
}
