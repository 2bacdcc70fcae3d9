import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';

import { GridTable } from '../grid-table.tsx';
import type { GridColumn } from '../grid-table.tsx';
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
/** Header, title, toolbar and the table's own head. */
const AROUND_ROWS_PX = 270;
const ROW_HEIGHTS: Readonly<Record<Density, number>> = { large: 54, middle: 44, small: 36 };

/** The rows of a list on a wide screen: number in front, actions fixed at the right. */
export function ListTable<Row extends object>(props: ListTableProps<Row>): ReactElement {
  const { label, rows, rowKey, isMarked, density, onNearEnd } = props;
  const frameHeight = Math.max(window.innerHeight - AROUND_ROWS_PX, 320);
  return (
    <GridTable
      label={label}
      columns={toColumns(props)}
      rows={rows}
      rowKey={rowKey}
      isMarked={isMarked}
      rowHeight={ROW_HEIGHTS[density]}
      frameHeight={isInFrame(rows) ? frameHeight : undefined}
      onNearEnd={onNearEnd}
    />
  );
}

function toColumns<Row extends object>(props: ListTableProps<Row>): GridColumn<Row>[] {
  const { columns, rowActions } = props;
  return [
    {
      key: 'index',
      title: '序号',
      width: INDEX_WIDTH,
      fixed: 'start',
      align: 'right',
      render: (_row, index) => index + 1,
    },
    ...columns.map((column) => toColumn(props, column)),
    ...(rowActions === undefined
      ? []
      : [
          {
            key: 'actions',
            title: '操作',
            width: rowActions.width,
            fixed: 'end' as const,
            render: (row: Row) => <span className="row-actions">{rowActions.render(row)}</span>,
          },
        ]),
  ];
}

function toColumn<Row extends object>(
  { sort, onSort }: ListTableProps<Row>,
  { key, title, width = USUAL_WIDTH, align = 'left', sortKey, render }: ListColumn<Row>,
): GridColumn<Row> {
  const column = { key, width, align, render: (row: Row) => render(row) };
  if (sortKey === undefined) return { ...column, title };
  const own = sort?.key === sortKey ? sort : undefined;
  return {
    ...column,
    title: <SortButton title={title} sort={own} onSort={() => onSort(nextSort(sortKey, own))} />,
    ariaSort: own === undefined ? 'none' : own.isDescending ? 'descending' : 'ascending',
  };
}

/** Upwards, downwards, not at all. */
function nextSort(key: string, sort: ListSort | undefined): ListSort | undefined {
  if (sort === undefined) return { key, isDescending: false };
  return sort.isDescending ? undefined : { key, isDescending: true };
}

interface SortButtonProps {
  readonly title: string;
  readonly sort: ListSort | undefined;
  readonly onSort: () => void;
}

function SortButton({ title, sort, onSort }: SortButtonProps): ReactElement {
  return (
    <button type="button" className="grid-sort" onClick={onSort}>
      {title}
      <span className="grid-carets" aria-hidden>
        <CaretUpOutlined className={sort?.isDescending === false ? 'is-on' : ''} />
        <CaretDownOutlined className={sort?.isDescending === true ? 'is-on' : ''} />
      </span>
    </button>
  );
}
