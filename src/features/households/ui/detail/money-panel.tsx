import type { ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { Panel } from '#ui/panel.tsx';

import {
  ACCIDENT_LABELS,
  INCOME_LABELS,
  PROPERTY_LABELS,
  SPENDING_LABELS,
} from '../../rules/field-labels.ts';
import type { HouseholdForm, IncomeRow, SpendingRow } from '../../rules/household-form.ts';
import {
  ACCIDENT_KIND_NAMES,
  EXCLUSION_NAMES,
  INCOME_KIND_NAMES,
  SPENDING_KIND_NAMES,
} from '../../rules/word-names.ts';
import { EXCLUSIONS } from '../../rules/words.ts';
import { Total } from '../money-total.tsx';

interface FormProps {
  readonly form: HouseholdForm;
}

/** 收入与刚性支出 of the last twelve months. */
export function MoneyPanel({ form }: FormProps): ReactElement {
  const income = form.income.reduce((sum, { yearly }) => sum + yearly, 0);
  const spending = form.spending.reduce((sum, row) => sum + ownShare(row), 0);
  return (
    <Panel title="收入与刚性支出" extra="近12个月，单位：元">
      <h3>收入</h3>
      {form.income.length === 0 ? (
        <p className="is-absent">未填写收入</p>
      ) : (
        <DataTable
          label="收入"
          columns={incomeColumns(form)}
          rows={form.income}
          rowKey={({ person, kind }) => `${person} ${kind}`}
        />
      )}
      <Total label="家庭年收入合计" amount={income} />
      <h3>刚性支出</h3>
      {form.spending.length === 0 ? (
        <p className="is-absent">未填写刚性支出</p>
      ) : (
        <DataTable
          label="刚性支出"
          columns={SPENDING_COLUMNS}
          rows={form.spending}
          rowKey={({ kind, yearly, note }) => `${kind} ${yearly} ${note}`}
        />
      )}
      <Total label="自行负担的支出合计" amount={spending} />
    </Panel>
  );
}

function ownShare({ yearly, reimbursed }: SpendingRow): number {
  return Math.max(yearly - reimbursed, 0);
}

function incomeColumns({ people }: HouseholdForm): readonly DataColumn<IncomeRow>[] {
  return [
    {
      key: 'person',
      title: INCOME_LABELS.person,
      isCardTitle: true,
      render: ({ person }) => people[person]?.name ?? '—',
    },
    { key: 'kind', title: INCOME_LABELS.kind, render: ({ kind }) => INCOME_KIND_NAMES[kind] },
    {
      key: 'yearly',
      title: INCOME_LABELS.yearly,
      align: 'right',
      render: ({ yearly }) => formatYuan(yearly),
    },
  ];
}

const SPENDING_COLUMNS: readonly DataColumn<SpendingRow>[] = [
  {
    key: 'kind',
    title: SPENDING_LABELS.kind,
    isCardTitle: true,
    render: ({ kind }) => SPENDING_KIND_NAMES[kind],
  },
  {
    key: 'yearly',
    title: SPENDING_LABELS.yearly,
    align: 'right',
    render: ({ yearly }) => formatYuan(yearly),
  },
  {
    key: 'reimbursed',
    title: SPENDING_LABELS.reimbursed,
    align: 'right',
    render: ({ reimbursed }) => formatYuan(reimbursed),
  },
  {
    key: 'own',
    title: '自行负担',
    align: 'right',
    render: (row) => formatYuan(fen(ownShare(row))),
  },
  { key: 'note', title: SPENDING_LABELS.note, render: ({ note }) => note ?? '—' },
];

/** 财产与排除情形, and the event that struck the family. */
export function PropertyCard({ form }: FormProps): ReactElement {
  const { property, exclusions, accident } = form;
  return (
    <>
      <DescriptionCard
        title="财产与排除情形"
        items={[
          { label: PROPERTY_LABELS.homeCount, value: property.homeCount, unit: '套' },
          {
            label: PROPERTY_LABELS.homeAreaSquareMetres,
            value: property.homeAreaSquareMetres,
            unit: '平方米',
          },
          { label: PROPERTY_LABELS.vehicles, value: property.vehicles },
          { label: PROPERTY_LABELS.shops, value: property.shops },
          { label: PROPERTY_LABELS.other, value: property.other },
          ...EXCLUSIONS.map((ground) => ({
            label: EXCLUSION_NAMES[ground],
            value: answerText(exclusions[ground]),
          })),
        ]}
      />
      {accident === null ? null : (
        <DescriptionCard
          title="意外事件"
          items={[
            { label: ACCIDENT_LABELS.kind, value: ACCIDENT_KIND_NAMES[accident.kind] },
            { label: ACCIDENT_LABELS.happenedOn, value: accident.happenedOn },
            { label: ACCIDENT_LABELS.netCost, value: formatYuan(accident.netCost), unit: '元' },
            { label: ACCIDENT_LABELS.note, value: accident.note, isWide: true },
          ]}
        />
      )}
    </>
  );
}

function answerText(answer: boolean | null): string {
  if (answer === null) return '未核实';
  return answer ? '是' : '否';
}
