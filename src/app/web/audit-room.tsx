import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { AuditPage } from '#features/audit/ui/audit-page.tsx';
import { useUnionField } from '#features/organizations/ui/use-union-field.tsx';

const route = getRouteApi('/audit');

/** The audit log with the control that finds unions. */
export function AuditRoom(): ReactElement {
  const { unionId } = route.useSearch();
  return <AuditPage unionField={useUnionField('unionId', unionId)} />;
}
