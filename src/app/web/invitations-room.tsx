import type { ReactElement } from 'react';

import { useSession } from '#features/accounts/ui/session-queries.ts';
import { UnionPicker } from '#features/organizations/ui/union-picker.tsx';
import { InvitationsPage } from '#features/workers/ui/desk/invitations-page.tsx';
import { QueryState } from '#ui/query-state.tsx';

/** Invitations, at first of the person's own union. */
export function InvitationsRoom(): ReactElement {
  const query = useSession();
  return (
    <QueryState query={query}>
      {({ unionId }) => <InvitationsPage UnionInput={UnionPicker} ownUnionId={unionId} />}
    </QueryState>
  );
}
