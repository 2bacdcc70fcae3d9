import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { DataColumn } from '#ui/data-table.tsx';

import { SOURCE_KIND_NAMES } from '../messages.ts';
import type { SourceView } from '../rules/fund-views.ts';
import type { EntryKind } from '../rules/fund-words.ts';
import { moneyText, rateText, useText } from './figures.ts';

/** Every sum leads to its entries. */
export function sourceColumns(fundYearId: number): readonly DataColumn<SourceView>[] {
  const sum = (
    key: string,
    title: string,
    amount: (source: SourceView) => number,
    kind?: EntryKind,
  ): DataColumn<SourceView> => ({
    key,
    title,
    align: 'right',
    width: 125,
    render: (source) => (
      <EntriesLink
        fundYearId={fundYearId}
        sourceId={source.id}
        {...(kind === undefined ? {} : { kind })}
      >
        {moneyText(amount(source))}
      </EntriesLink>
    ),
  });
  return [
    {
      key: 'name',
      title: '来源',
      width: 150,
      isCardTitle: true,
      render: ({ name, kind }) =>
        name === SOURCE_KIND_NAMES[kind] ? name : `${name}（${SOURCE_KIND_NAMES[kind]}）`,
    },
    { key: 'use', title: '使用范围', width: 110, render: useText },
    sum('initial', '年初预算', ({ initialFen }) => initialFen, 'initial'),
    sum('budget', '调整后预算', ({ budgetFen }) => budgetFen, 'adjusted'),
    sum('received', '到位', ({ receivedFen }) => receivedFen, 'received'),
    sum(
      'held',
      '预留及在批次',
      ({ reservedFen, committedFen }) => reservedFen + committedFen,
      'reserved',
    ),
    sum('spent', '已支出', ({ spentFen }) => spentFen, 'spent'),
    sum('available', '可用额度', ({ availableFen }) => availableFen),
    sum('cash', '账上余额', ({ cashFen }) => cashFen),
    {
      key: 'rate',
      title: '支出率',
      align: 'right',
      width: 120,
      render: ({ initialRate, budgetRate }) =>
        `${rateText(budgetRate)}（按年初${rateText(initialRate)}）`,
    },
    { key: 'disposal', title: '结余处置', width: 130, render: disposalText },
  ];
}

interface EntriesLinkProps {
  readonly fundYearId: number;
  readonly sourceId: number;
  readonly kind?: EntryKind;
  readonly children: string;
}

function EntriesLink({ fundYearId, sourceId, kind, children }: EntriesLinkProps): ReactElement {
  const search = { fundYearId: String(fundYearId), sourceId: String(sourceId) };
  return (
    <Link to="/funds/entries" search={kind === undefined ? search : { ...search, kind }}>
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
