import { Table } from 'antd';
import type { TableProps } from 'antd';
import type { ReactElement, UIEvent } from 'react';

import type { ListColumn, RowActions } from './list-columns.ts';
import type { ListSort } from './list-search.ts';
import type { Density } from './list-view.ts';

export interface ListTableProps<Row extends object> {
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowActions?: RowActions<Row> | undefined;
  readonly isMarked?: ((row: Row) => boolean) | undefined;
  readonly density: Density;
  readonly sort: ListSort | undefined;
  readonly onSort: (sort: ListSort | undefined) => void;
  readonly onNearEnd: (() => void) | undefined;
}

/** Drawn whole up to here; beyond, by sight and in a frame of its own that scrolls. */
const VIRTUAL_ABOVE = 50;

export function isInFrame(rows: readonly unknown[]): boolean {
  return rows.length > VIRTUAL_ABOVE;
}

const USUAL_WIDTH = 140;
const INDEX_WIDTH = 64;
/** Rows left below the frame at which the next page is asked for. */
const NEAR_END_PX = 800;
/** Header, title, toolbar and the table's own head. */
const AROUND_ROWS_PX = 270;

/** The rows of a list on a wide screen: number in front, actions fixed at the right. */
export function ListTable<Row extends object>(props: ListTableProps<Row>): ReactElement {
  const { label, rows, rowKey, isMarked, density, onSort, onNearEnd } = props;
  const columns = toColumns(props);
  const width = columns.reduce((sum, column) => sum + Number(column.width), 0);
  const isVirtual = isInFrame(rows);
  return (
    <section aria-label={label} className={isVirtual ? 'list-table is-virtual' : 'list-table'}>
      <Table<Row>
        virtual={isVirtual}
        size={density}
        columns={columns}
        dataSource={[...rows]}
        rowKey={rowKey}
        rowClassName={(row) => (isMarked?.(row) === true ? 'is-marked' : '')}
        pagination={false}
        scroll={isVirtual ? { x: width, y: rowsHeight() } : { x: width }}
        onChange={(_pages, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          onSort(toSort(props.columns, one?.columnKey, one?.order));
        }}
        onScroll={(event) => {
          if (isVirtual && isNearEnd(event)) onNearEnd?.();
        }}
      />
    </section>
  );
}

type Columns<Row> = NonNullable<TableProps<Row>['columns']>;

function toColumns<Row extends object>(props: ListTableProps<Row>): Columns<Row> {
  const { columns, rowActions, sort } = props;
  return [
    {
      key: 'index',
      title: '序号',
      width: INDEX_WIDTH,
      fixed: 'start',
      align: 'right',
      render: (_value, _row, index) => index + 1,
    },
    ...columns.map((column) => ({
      key: column.key,
      title: column.title,
      width: column.width ?? USUAL_WIDTH,
      align: column.align ?? 'left',
      className: column.align === 'right' ? 'is-number' : '',
      ellipsis: true,
      ...(column.sortKey === undefined
        ? {}
        : { sorter: true, sortOrder: orderOf(sort, column.sortKey) }),
      render: (_value: unknown, row: Row) => column.render(row),
    })),
    ...(rowActions === undefined
      ? []
      : [
          {
            key: 'actions',
            title: '操作',
            width: rowActions.width,
            fixed: 'end' as const,
            render: (_value: unknown, row: Row) => (
              <span className="row-actions">{rowActions.render(row)}</span>
            ),
          },
        ]),
  ];
}

type Order = 'ascend' | 'descend' | null | undefined;

function orderOf(sort: ListSort | undefined, key: string): 'ascend' | 'descend' | null {
  if (sort?.key !== key) return null;
  return sort.isDescending ? 'descend' : 'ascend';
}

function toSort<Row>(
  columns: readonly ListColumn<Row>[],
  columnKey: unknown,
  order: Order,
): ListSort | undefined {
  const key = columns.find((column) => column.key === columnKey)?.sortKey;
  if (key === undefined || order === null || order === undefined) return undefined;
  return { key, isDescending: order === 'descend' };
}

function rowsHeight(): number {
  return Math.max(window.innerHeight - AROUND_ROWS_PX, 320);
}

function isNearEnd({ currentTarget }: UIEvent<HTMLDivElement>): boolean {
  const { scrollHeight, scrollTop, clientHeight } = currentTarget;
  return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
}
