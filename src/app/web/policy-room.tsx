import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { Attachments } from '#features/attachments/ui/attachments.tsx';
import { PolicyPage } from '#features/policies/ui/detail/policy-page.tsx';
import { useMay } from '#ui/rights.ts';

/** A version of the rules with its documents. */
export function PolicyRoom(): ReactElement {
  return <PolicyPage Papers={PolicyPapers} />;
}

/** Added by those who draft the rules, read by whoever may see papers. */
function PolicyPapers({ policyId }: { readonly policyId: number }): ReactElement | null {
  const may = useMay();
  if (!may('files.read' satisfies Permission)) return null;
  const mayWrite =
    may('files.write' satisfies Permission) && may('policies.write' satisfies Permission);
  return <Attachments subject="policy" subjectId={String(policyId)} mayWrite={mayWrite} />;
}
