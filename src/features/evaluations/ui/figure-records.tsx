import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import type { DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LongTable } from '#ui/long-table.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { SidePanel } from '#ui/side-panel.tsx';

import type { RecordColumn, RecordRow } from '../contract.ts';
import { figureRecordsQuery } from './evaluation-queries.ts';
import type { Figure } from './evaluation-queries.ts';
import { RecordDetail } from './record-detail.tsx';
import { RecordFilters } from './record-filters.tsx';
import type { RecordsSearch } from './search-schemas.ts';

interface FigureRecordsProps {
  readonly figure: Figure;
  /** The figure tells rows that met a test from rows that did not. */
  readonly hasTest: boolean;
  readonly search: RecordsSearch;
  readonly onSearch: (next: RecordsSearch) => void;
}

/** The rows behind a figure, one sheet at a time, with the filter in the address. */
export function FigureRecords(props: FigureRecordsProps): ReactElement {
  const { figure, hasTest, search, onSearch } = props;
  const { sheet, missed = false, find = '', open } = search;
  const query = useInfiniteQuery(
    figureRecordsQuery(figure, { sheet, missedOnly: missed, search: find }),
  );
  const loadMore = query.hasNextPage ? () => void query.fetchNextPage() : undefined;
  const show = (reference: string | undefined): void => onSearch({ ...search, open: reference });
  return (
    <QueryState query={query}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows);
        const first = pages[0];
        if (first === undefined) return null;
        return (
          <div className="panel">
            <RecordFilters page={first} hasTest={hasTest} search={search} onSearch={onSearch} />
            {rows.length === 0 ? (
              <EmptyState title={emptyText(missed, find)} />
            ) : (
              <LongTable
                label={`${first.sheet ?? ''}记录`}
                columns={toColumns(first.columns, show)}
                rows={rows}
                rowKey={(row) => row.reference}
                isOneLine
                isMarked={(row) => row.missed}
                {...(loadMore === undefined ? {} : { onNearEnd: loadMore })}
              />
            )}
            <SidePanel title="记录详情" isOpen={open !== undefined} onClose={() => show(undefined)}>
              {open === undefined ? null : <RecordDetail reference={open} />}
            </SidePanel>
          </div>
        );
      }}
    </QueryState>
  );
}

function emptyText(missedOnly: boolean, find: string): string {
  if (find !== '') return `没有编号含“${find}”的记录`;
  return missedOnly ? '没有未达要求的记录' : '没有相关记录';
}

/** On a phone a card shows the first columns; the rest is in the details. */
const COLUMNS_ON_CARD = 10;

function toColumns(
  columns: readonly RecordColumn[],
  show: (reference: string) => void,
): readonly DataColumn<RecordRow>[] {
  return columns.map(({ key, title, align, width }, index) => ({
    key,
    title,
    align,
    width,
    isCardTitle: index === 0,
    isHiddenOnPhone: index >= COLUMNS_ON_CARD,
    render: (row) =>
      index === 0 ? (
        <button type="button" className="link-button" onClick={() => show(row.reference)}>
          {row.cells[key]}
        </button>
      ) : (
        row.cells[key]
      ),
  }));
}
