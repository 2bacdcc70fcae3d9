import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { useMay } from '#ui/rights.ts';

import type { FundYearDetail } from '../rules/fund-views.ts';
import { AdjustmentDialog, EntryDialog, PlanDialog, SourceDialog } from './fund-dialogs.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

const ACTIONS = {
  source: '登记来源',
  entry: '登记预算、到位',
  adjustment: '提出预算调整',
  transfer: '下拨、结转',
  plan: '计划和下年预算',
} as const;
type FundAction = keyof typeof ACTIONS;

const DIALOGS = {
  source: SourceDialog,
  entry: EntryDialog,
  adjustment: AdjustmentDialog,
  transfer: TransferDialog,
  plan: PlanDialog,
} as const;
const ORDER: readonly FundAction[] = ['source', 'entry', 'adjustment', 'transfer', 'plan'];

/** What may be done with a fund-year. */
export function FundActions({ view }: { readonly view: FundYearDetail }): ReactElement | null {
  const [open, setOpen] = useState<FundAction>();
  if (!useMay()('funds.write' satisfies Permission)) return null;
  const isEmpty = view.sources.length === 0;
  const Dialog = open === undefined ? undefined : DIALOGS[open];
  return (
    <p className="button-row">
      {ORDER.map((action) => (
        <Button
          key={action}
          disabled={isEmpty && action !== 'source' && action !== 'plan'}
          onClick={() => setOpen(action)}
        >
          {ACTIONS[action]}
        </Button>
      ))}
      {Dialog === undefined ? null : <Dialog view={view} onClose={() => setOpen(undefined)} />}
    </p>
  );
}
