import { useCallback } from 'react';
import type { ReactElement } from 'react';

import { CardList } from '../card-list.tsx';
import { useIsPhone } from '../use-is-phone.ts';
import type { ListColumn, ListPages } from './list-columns.ts';
import { ListTable, isInFrame } from './list-table.tsx';
import type { ListTableProps } from './list-table.tsx';
import { useNearEnd } from './use-near-end.ts';

interface ListRowsProps<Row extends object> extends Omit<ListTableProps<Row>, 'onNearEnd'> {
  readonly pages: ListPages<Row>;
}

/** The rows as a table or as cards; the next page is on its way before the end is seen. */
export function ListRows<Row extends object>(props: ListRowsProps<Row>): ReactElement {
  const { pages, ...table } = props;
  const { hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = pages;
  const isPhone = useIsPhone();
  // A page that failed is asked for again by its button, not by standing near the end.
  const canLoad = hasNextPage && !isFetching && pages.error === null;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  // In a frame the end of the rows is never near the end of the page; the frame tells it itself.
  const isOnPage = isPhone || !isInFrame(table.rows);
  const mark = useNearEnd(canLoad && isOnPage ? loadMore : undefined);
  return (
    <>
      {isPhone ? (
        <CardList
          {...(table.isMarked === undefined ? {} : { isMarked: table.isMarked })}
          label={table.label}
          columns={cardColumns(table)}
          rows={table.rows}
          rowKey={table.rowKey}
        />
      ) : (
        <ListTable {...table} onNearEnd={canLoad ? loadMore : undefined} />
      )}
      <div ref={mark} aria-hidden />
      <ListEnd
        isLoading={isFetchingNextPage}
        hasMore={hasNextPage}
        count={table.rows.length}
        onMore={loadMore}
      />
    </>
  );
}

interface ListEndProps {
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly count: number;
  readonly onMore: () => void;
}

/** Nothing below a short list: its end is in sight. */
const SHORT = 20;

function ListEnd({ isLoading, hasMore, count, onMore }: ListEndProps): ReactElement | null {
  if (isLoading) return <output className="list-end">正在载入…</output>;
  if (hasMore) {
    return (
      <button type="button" className="list-end link-button" onClick={onMore}>
        继续载入
      </button>
    );
  }
  return count > SHORT ? <p className="list-end">已全部载入</p> : null;
}

function cardColumns<Row extends object>({
  columns,
  rowActions,
}: Pick<ListTableProps<Row>, 'columns' | 'rowActions'>): readonly ListColumn<Row>[] {
  const hasTitle = columns.some(({ isCardTitle = false }) => isCardTitle);
  const titled = hasTitle
    ? columns
    : columns.map((column, index) => ({ ...column, isCardTitle: index === 0 }));
  if (rowActions === undefined) return titled;
  return [
    ...titled,
    {
      key: 'actions',
      title: '操作',
      isWideOnPhone: true,
      render: (row) => <span className="row-actions">{rowActions.render(row)}</span>,
    },
  ];
}
