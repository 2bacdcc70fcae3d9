import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { useMay } from '#ui/rights.ts';

import { FUND_ROUTES } from '../contract.ts';
import { ADJUSTMENT_STATE_NAMES } from '../messages.ts';
import { AdjustmentDecision } from '../rules/fund-inputs.ts';
import type { AdjustmentView, FundYearDetail } from '../rules/fund-views.ts';
import { moneyText } from './figures.ts';
import { useFundsChanged } from './fund-queries.ts';

/** 预算调整: proposed by one person, approved by another. */
export function AdjustmentsPanel({ view }: { readonly view: FundYearDetail }): ReactElement | null {
  const [chosen, setChosen] = useState<AdjustmentView>();
  const mayDecide = useMay()('funds.approve' satisfies Permission);
  if (view.adjustments.length === 0) return null;
  const columns = mayDecide ? [...COLUMNS, decisionColumn(setChosen)] : COLUMNS;
  return (
    <Panel title="预算调整">
      <DataTable
        label="预算调整"
        columns={columns}
        rows={view.adjustments}
        rowKey={({ id }) => String(id)}
      />
      {chosen === undefined ? null : (
        <DecisionDialog adjustment={chosen} onClose={() => setChosen(undefined)} />
      )}
    </Panel>
  );
}

interface DecisionDialogProps {
  readonly adjustment: AdjustmentView;
  readonly onClose: () => void;
}

function DecisionDialog({ adjustment, onClose }: DecisionDialogProps): ReactElement {
  const changed = useFundsChanged();
  return (
    <FormDialog
      title="审批预算调整"
      lead={`${linesText(adjustment)}。依据：${adjustment.document}。理由：${adjustment.reason}。批准后立即记账，不能修改。`}
      isOpen
      onClose={onClose}
      schema={AdjustmentDecision}
      initialValues={{ isApproved: true }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(FUND_ROUTES.decide, { params: { id: adjustment.id }, body, idempotencyKey })
      }
      onDone={changed}
      submitText="确定"
    >
      <Field name="isApproved" label="决定" valueProp="checked" hint="不勾选即为不批准" isWide>
        <Checkbox>批准</Checkbox>
      </Field>
      <Field name="note" label="说明" isWide>
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </FormDialog>
  );
}

function linesText({ lines }: AdjustmentView): string {
  return lines
    .map(({ sourceName, amountFen }) => {
      const sign = amountFen > 0 ? '调增' : '调减';
      return `${sourceName}${sign}${moneyText(Math.abs(amountFen))}元`;
    })
    .join('；');
}

const COLUMNS: readonly DataColumn<AdjustmentView>[] = [
  { key: 'day', title: '日期', width: 110, render: ({ happenedOn }) => happenedOn },
  { key: 'lines', title: '调整内容', isCardTitle: true, render: linesText },
  { key: 'document', title: '文号', width: 170, render: ({ document }) => document },
  { key: 'reason', title: '理由', render: ({ reason }) => reason },
  {
    key: 'state',
    title: '状态',
    width: 90,
    render: ({ state }) => ADJUSTMENT_STATE_NAMES[state],
  },
  {
    key: 'people',
    title: '提出、审批',
    width: 150,
    render: ({ proposedBy, decidedBy }) => [proposedBy, decidedBy ?? '—'].join('、'),
  },
];

function decisionColumn(onChoose: (one: AdjustmentView) => void): DataColumn<AdjustmentView> {
  return {
    key: 'decide',
    title: '操作',
    width: 110,
    render: (one) =>
      one.state !== 'proposed' ? (
        '—'
      ) : (
        <Button
          size="small"
          disabled={one.isOwn}
          title={one.isOwn ? '须由提出人以外的人审批' : ''}
          onClick={() => onChoose(one)}
        >
          审批
        </Button>
      ),
  };
}
