import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { DataColumn } from '#ui/data-table.tsx';

import { SOURCE_KIND_NAMES } from '../messages.ts';
import type { SourceView } from '../rules/fund-views.ts';
import type { EntryKind } from '../rules/fund-words.ts';
import { moneyText, rateText, usageText } from './figures.ts';

/** Every sum leads to its entries. */
export function sourceColumns(fundYearId: number): readonly DataColumn<SourceView>[] {
  const sums = SUMS.map(([key, title, amount, kind]): DataColumn<SourceView> => ({
    key,
    title,
    align: 'right',
    width: 100,
    render: (source) => (
      <EntriesLink fundYearId={fundYearId} sourceId={source.id} kind={kind}>
        {moneyText(amount(source))}
      </EntriesLink>
    ),
  }));
  return [...NAMES, ...sums, ...ENDS];
}

type Sum = readonly [
  key: string,
  title: string,
  amount: (source: SourceView) => number,
  kind: EntryKind | null,
];

const SUMS: readonly Sum[] = [
  ['initial', '年初预算', ({ initialFen }) => initialFen, 'initial'],
  ['budget', '调整后预算', ({ budgetFen }) => budgetFen, null],
  ['received', '到位', ({ receivedFen }) => receivedFen, 'received'],
  ['held', '预留及在批次', ({ reservedFen, committedFen }) => reservedFen + committedFen, null],
  ['spent', '已支出', ({ spentFen }) => spentFen, 'spent'],
  ['available', '可用额度', ({ availableFen }) => availableFen, null],
  ['cash', '账上余额', ({ cashFen }) => cashFen, null],
];

const NAMES: readonly DataColumn<SourceView>[] = [
  {
    key: 'name',
    title: '来源',
    width: 120,
    isCardTitle: true,
    render: ({ name, kind }) =>
      name === SOURCE_KIND_NAMES[kind] ? name : `${name}（${SOURCE_KIND_NAMES[kind]}）`,
  },
  { key: 'use', title: '使用范围', width: 80, render: usageText },
];

const ENDS: readonly DataColumn<SourceView>[] = [
  {
    key: 'rate',
    title: '支出率',
    align: 'right',
    width: 105,
    render: ({ initialRate, budgetRate }) => (
      <>
        <div>{rateText(budgetRate)}</div>
        <div className="stat-note">按年初{rateText(initialRate)}</div>
      </>
    ),
  },
  { key: 'disposal', title: '结余处置', width: 100, render: disposalText },
];

interface EntriesLinkProps {
  readonly fundYearId: number;
  readonly sourceId: number;
  readonly kind: EntryKind | null;
  readonly children: string;
}

function EntriesLink({ fundYearId, sourceId, kind, children }: EntriesLinkProps): ReactElement {
  const search = { fundYearId: String(fundYearId), sourceId: String(sourceId) };
  return (
    <Link to="/funds/entries" search={kind === null ? search : { ...search, kind }}>
      {children}
    </Link>
  );
}

/** What became of the balance at the end of the year. */
function disposalText({ carriedOutFen, returnedFen, availableFen }: SourceView): string {
  const parts = [
    ...(carriedOutFen === 0 ? [] : [`结转${moneyText(carriedOutFen)}`]),
    ...(returnedFen === 0 ? [] : [`上缴${moneyText(returnedFen)}`]),
    ...(availableFen === 0 ? [] : [`未处置${moneyText(availableFen)}`]),
  ];
  return parts.length === 0 ? '无结余' : parts.join('，');
}
