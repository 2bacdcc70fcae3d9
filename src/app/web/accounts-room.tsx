import type { ReactElement } from 'react';

import { AccountsPage } from '#features/accounts/ui/accounts-page.tsx';
import { UnionPicker } from '#features/organizations/ui/union-picker.tsx';

/** The union tree takes its rights from the accounts, so the accounts are handed the tree here. */
export function AccountsRoom(): ReactElement {
  return <AccountsPage UnionInput={UnionPicker} />;
}
