import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { HouseholdsPage } from '#features/households/ui/households-page.tsx';
import { useUnionField } from '#features/organizations/ui/use-union-field.tsx';

const route = getRouteApi('/households');

/** The registry with the control that finds unions. */
export function HouseholdsRoom(): ReactElement {
  const { below } = route.useSearch();
  return <HouseholdsPage unionField={useUnionField('below', below)} />;
}
