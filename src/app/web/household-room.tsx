import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { HouseholdFilePrint } from '#features/applications/ui/papers/household-file-print.tsx';
import { Attachments } from '#features/attachments/ui/attachments.tsx';
import { HouseholdPage } from '#features/households/ui/detail/household-page.tsx';
import { UnionPicker } from '#features/organizations/ui/union-picker.tsx';
import { useMay } from '#ui/rights.ts';

/** A family's file with its papers. */
export function HouseholdRoom(): ReactElement {
  return (
    <HouseholdPage
      Papers={HouseholdPapers}
      FilePrint={HouseholdFilePrint}
      UnionInput={UnionPicker}
    />
  );
}

interface HouseholdPapersProps {
  readonly householdId: number;
  readonly isOpen: boolean;
}

/** Only for those who may see papers; a file that ended takes no more. */
function HouseholdPapers({ householdId, isOpen }: HouseholdPapersProps): ReactElement | null {
  const may = useMay();
  if (!may('files.read' satisfies Permission)) return null;
  const mayWrite = isOpen && may('files.write' satisfies Permission);
  return <Attachments subject="household" subjectId={String(householdId)} mayWrite={mayWrite} />;
}
