import type { ReactElement } from 'react';

import { fen, formatYuanShort } from '#core/money.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import { reasonRule } from '../../messages.ts';
import type { ReasonCode } from '../../rules/aid-decision.ts';
import type { PolicyTestView } from '../../rules/policy-views.ts';

interface TestTableProps {
  readonly tests: readonly PolicyTestView[];
  /** Absent for those who may not change them. */
  readonly onEdit?: (test: PolicyTestView) => void;
  readonly onRemove?: (test: PolicyTestView) => void;
}

export function TestTable({ tests, onEdit, onRemove }: TestTableProps): ReactElement {
  const actions =
    onEdit === undefined || onRemove === undefined ? [] : [actionColumn(onEdit, onRemove)];
  return (
    <DataTable
      label="用例"
      columns={[...COLUMNS, ...actions]}
      rows={tests}
      rowKey={({ id }) => String(id)}
      isMarked={({ isPassed }) => !isPassed}
    />
  );
}

const COLUMNS: readonly DataColumn<PolicyTestView>[] = [
  { key: 'name', title: '用例', width: 230, isCardTitle: true, render: ({ test }) => test.name },
  { key: 'case', title: '情形', width: 180, render: caseText },
  {
    key: 'expected',
    title: '应有结果',
    width: 190,
    render: ({ test }) => decisionText(test.expectedOutcome, test.expectedCodes),
  },
  {
    key: 'result',
    title: '核对',
    width: 90,
    render: ({ isPassed }) => (
      <StatusBadge tone={isPassed ? 'good' : 'bad'}>{isPassed ? '通过' : '未通过'}</StatusBadge>
    ),
  },
  { key: 'decision', title: '按本版本的结果', isWideOnPhone: true, render: decisionOf },
];

function actionColumn(
  onEdit: (test: PolicyTestView) => void,
  onRemove: (test: PolicyTestView) => void,
): DataColumn<PolicyTestView> {
  return {
    key: 'actions',
    title: '操作',
    width: 110,
    render: (test) => (
      <span className="row-actions">
        <button
          type="button"
          className="link-button"
          aria-label={`修改：${test.test.name}`}
          onClick={() => onEdit(test)}
        >
          修改
        </button>
        <button
          type="button"
          className="link-button"
          aria-label={`删除：${test.test.name}`}
          onClick={() => onRemove(test)}
        >
          删除
        </button>
      </span>
    ),
  };
}

function caseText({ test: { facts } }: PolicyTestView): string {
  const amount =
    facts.amountFen === null ? '金额未知' : `${formatYuanShort(fen(facts.amountFen))}元`;
  return [facts.aidType ?? '类型未知', facts.aidClass ?? '', amount].filter(Boolean).join(' ');
}

function decisionText(outcome: 'allowed' | 'refused', codes: readonly ReasonCode[]): string {
  const reasons = codes.map(reasonRule).join('；');
  const word = outcome === 'allowed' ? '可以救助' : '不予救助';
  return reasons === '' ? word : `${word}（${reasons}）`;
}

function decisionOf({ outcome, reasons }: PolicyTestView): ReactElement {
  return (
    <>
      {outcome === 'allowed' ? '可以救助' : '不予救助'}
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.map(({ code, detail }) => (
            <li key={code + detail}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}
