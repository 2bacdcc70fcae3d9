import type { ReactElement } from 'react';

import { AccountPage } from '#features/accounts/ui/account-page.tsx';
import { UnionPicker } from '#features/organizations/ui/union-picker.tsx';

/** See `accounts-room.tsx`. */
export function AccountRoom(): ReactElement {
  return <AccountPage UnionInput={UnionPicker} />;
}
