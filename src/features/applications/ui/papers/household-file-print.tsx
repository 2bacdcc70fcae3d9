import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { downloadFile } from '#ui/download-file.ts';
import { useMay } from '#ui/rights.ts';

import { APPLICATION_PAPER_ROUTES as ROUTES } from '../../rules/paper-routes.ts';
import { PurposePrint } from './purpose-print.tsx';

/** 打印一户一档: everything kept of a family. */
export function HouseholdFilePrint({
  householdId,
}: {
  readonly householdId: number;
}): ReactElement | null {
  if (!useMay()('households.export' satisfies Permission)) return null;
  return (
    <PurposePrint
      label="打印一户一档"
      title="打印一户一档"
      placeholder="例如：档案检查、移交"
      onPrint={(reason) =>
        downloadFile(ROUTES.householdFile, {
          params: { id: householdId },
          body: { reason },
          fallbackName: '一户一档.pdf',
        })
      }
    >
      <p>包括各版登记表、救助申请和办理意见、材料清单及附件。附件按原件打印，请妥善保管。</p>
    </PurposePrint>
  );
}
