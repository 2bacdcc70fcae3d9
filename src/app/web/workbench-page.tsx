import type { ReactElement } from 'react';

import { ROLE_NAMES } from '#features/accounts/messages.ts';
import type { SessionView } from '#features/accounts/rules/session-view.ts';
import { useSession } from '#features/accounts/ui/session-queries.ts';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';

import { DonePanel } from './workbench/done-panel.tsx';
import { QuickLinks } from './workbench/quick-links.tsx';
import { TodoPanel } from './workbench/todo-panel.tsx';
import { WarningPanel } from './workbench/warning-panel.tsx';

/** 工作台: what waits, what looks wrong, what was done, and the way to the rooms. */
export function WorkbenchPage(): ReactElement {
  const query = useSession();
  return (
    <QueryState query={query}>
      {(session) => (
        <>
          <PageTitle title="工作台">{greeting(session)}</PageTitle>
          <div className="columns workbench">
            <TodoPanel session={session} />
            <WarningPanel session={session} />
            <QuickLinks session={session} />
            <DonePanel />
          </div>
        </>
      )}
    </QueryState>
  );
}

function greeting({ displayName, roles }: SessionView): string {
  if (roles.length === 0) return `${displayName}，您尚未被授予角色，请联系安全管理员。`;
  const held = [...new Set(roles.map(({ role, unionName }) => `${unionName}${ROLE_NAMES[role]}`))];
  return `${displayName}，您现任：${held.join('、')}。`;
}
