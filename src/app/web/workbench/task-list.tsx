import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';

import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

/** One thing to see to, and the page where that is done. */
export interface Task {
  readonly key: string;
  readonly tone: Tone;
  readonly badge: string;
  readonly text: ReactNode;
  readonly path: string;
  readonly search?: Readonly<Record<string, string>>;
  /** What the link says. */
  readonly action: string;
}

export function TaskList({ tasks }: { readonly tasks: readonly Task[] }): ReactElement {
  return (
    <ul className="tasks">
      {tasks.map(({ key, tone, badge, text, path, search = {}, action }) => (
        <li key={key}>
          <StatusBadge tone={tone}>{badge}</StatusBadge>
          <span className="task-text">{text}</span>
          <Link to={path} search={search}>
            {action}
          </Link>
        </li>
      ))}
    </ul>
  );
}
