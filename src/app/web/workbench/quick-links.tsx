import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { SessionView } from '#features/accounts/rules/session-view.ts';
import { Panel } from '#ui/panel.tsx';

import { listMenu } from '../app-menu.tsx';

/** 常用入口: the rooms the person may enter. */
export function QuickLinks({ session }: { readonly session: SessionView }): ReactElement {
  const items = listMenu(session)
    .flatMap((group) => group.items)
    .filter(({ path }) => path !== '/');
  return (
    <Panel title="常用入口">
      <ul className="quick-links">
        {items.map(({ path, label, icon }) => (
          <li key={path}>
            <Link to={path}>
              <span aria-hidden>{icon}</span>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
