import type { ReactNode } from 'react';

import type { DataColumn } from '../data-table.tsx';

export interface ListColumn<Row> extends DataColumn<Row> {
  /** Name in the address's `sort`; the rows can be ordered by this column. */
  readonly sortKey?: string;
  /** Not shown until it is chosen in 列设置. */
  readonly isHiddenAtFirst?: boolean;
  /** Cannot be hidden. */
  readonly isAlwaysShown?: boolean;
}

export interface ListPageOfRows<Row> {
  readonly rows: readonly Row[];
  /** Of all rows that meet the filter, where the server counts them. */
  readonly total?: number | undefined;
}

/** As `useInfiniteQuery` returns it. */
export interface ListPages<Row> {
  readonly data: { readonly pages: readonly ListPageOfRows<Row>[] } | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
}

/** What stands in the fixed column at the right: links and buttons of one row. */
export interface RowActions<Row> {
  readonly width: number;
  readonly render: (row: Row) => ReactNode;
}

export function columnsInView<Row>(
  columns: readonly ListColumn<Row>[],
  hidden: readonly string[],
): readonly ListColumn<Row>[] {
  return columns.filter(({ key, isAlwaysShown = false }) => isAlwaysShown || !hidden.includes(key));
}

/** 共 N 条, or how many are here while the server has not counted. */
export function countText<Row>(pages: readonly ListPageOfRows<Row>[], hasMore: boolean): string {
  const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  const total = pages[0]?.total ?? (hasMore ? undefined : loaded);
  return total === undefined ? `已载入 ${grouped(loaded)} 条` : `共 ${grouped(total)} 条`;
}

function grouped(count: number): string {
  return count.toLocaleString('zh-CN');
}
