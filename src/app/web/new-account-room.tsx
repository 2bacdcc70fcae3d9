import type { ReactElement } from 'react';

import { NewAccountPage } from '#features/accounts/ui/new-account-page.tsx';
import { UnionPicker } from '#features/organizations/ui/union-picker.tsx';

/** See `accounts-room.tsx`. */
export function NewAccountRoom(): ReactElement {
  return <NewAccountPage UnionInput={UnionPicker} />;
}
