import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { ApplicationsPage } from '#features/applications/ui/applications-page.tsx';
import { useUnionField } from '#features/organizations/ui/use-union-field.tsx';

const route = getRouteApi('/applications');

/** Applications with the control that finds unions. */
export function ApplicationsRoom(): ReactElement {
  const { below } = route.useSearch();
  return <ApplicationsPage unionField={useUnionField('below', below)} />;
}
