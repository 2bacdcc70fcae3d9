import type { ReactElement } from 'react';

import { FundsPage } from '#features/funds/ui/funds-page.tsx';
import { UnionPicker } from '#features/organizations/ui/union-picker.tsx';

/** Funds with the control that finds unions. */
export function FundsRoom(): ReactElement {
  return <FundsPage unionControl={<UnionPicker />} />;
}
