import type { ReactElement } from 'react';

import { useSession } from '#features/accounts/ui/session-queries.ts';
import { NewHouseholdPage } from '#features/households/ui/form/new-household-page.tsx';
import { UnionPicker } from '#features/organizations/ui/union-picker.tsx';
import { QueryState } from '#ui/query-state.tsx';

/** A new file, at first of the person's own union. */
export function NewHouseholdRoom(): ReactElement {
  const query = useSession();
  return (
    <QueryState query={query}>
      {({ unionId }) => <NewHouseholdPage UnionInput={UnionPicker} ownUnionId={unionId} />}
    </QueryState>
  );
}
