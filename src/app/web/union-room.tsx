import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { Attachments } from '#features/attachments/ui/attachments.tsx';
import { UnionPage } from '#features/organizations/ui/union-page.tsx';
import { useMay } from '#ui/rights.ts';

/** A union with its papers, for those who may see papers. */
export function UnionRoom(): ReactElement {
  const may = useMay();
  const mayWrite = may('files.write' satisfies Permission);
  return (
    <UnionPage
      attachmentsOf={(unionId) =>
        may('files.read' satisfies Permission) ? (
          <Attachments subject="union" subjectId={String(unionId)} mayWrite={mayWrite} />
        ) : null
      }
    />
  );
}
