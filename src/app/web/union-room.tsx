import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { Attachments } from '#features/attachments/ui/attachments.tsx';
import { UnionPage } from '#features/organizations/ui/union-page.tsx';
import { useMay } from '#ui/rights.ts';

/** A union with its papers. */
export function UnionRoom(): ReactElement {
  return <UnionPage Papers={UnionPapers} />;
}

/** Only for those who may see papers. */
function UnionPapers({ unionId }: { readonly unionId: number }): ReactElement | null {
  const may = useMay();
  if (!may('files.read' satisfies Permission)) return null;
  const mayWrite = may('files.write' satisfies Permission);
  return <Attachments subject="union" subjectId={String(unionId)} mayWrite={mayWrite} />;
}
