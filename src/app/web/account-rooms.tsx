import type { ReactElement } from 'react';

import { AccountPage } from '#features/accounts/ui/account-page.tsx';
import { AccountsPage } from '#features/accounts/ui/accounts-page.tsx';
import { NewAccountPage } from '#features/accounts/ui/new-account-page.tsx';
import { UnionPicker } from '#features/organizations/ui/union-picker.tsx';

// The union tree takes its rights from the accounts, so the accounts are handed the tree here.

export function AccountsRoom(): ReactElement {
  return <AccountsPage UnionInput={UnionPicker} />;
}

export function NewAccountRoom(): ReactElement {
  return <NewAccountPage UnionInput={UnionPicker} />;
}

export function AccountRoom(): ReactElement {
  return <AccountPage UnionInput={UnionPicker} />;
}
