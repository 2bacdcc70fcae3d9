import { Table } from 'antd';
import type { TableProps } from 'antd';
import type { ReactElement, UIEvent } from 'react';

import type { DataTableProps } from './data-table.tsx';

/** Rows left below the screen at which the next page is asked for. */
const NEAR_END_PX = 800;
/** What stands above and below the table on the page. */
const AROUND_TABLE_PX = 300;

/** Draws only the rows in sight; for lists too long to draw whole. */
export function VirtualTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { label, rows, rowKey, isMarked, onNearEnd } = props;
  const columns = toColumns(props);
  const width = columns.reduce((sum, column) => sum + Number(column.width), 0);
  return (
    <section aria-label={label} className="virtual-table">
      <Table
        virtual
        size="middle"
        columns={columns}
        dataSource={[...rows]}
        rowKey={rowKey}
        rowClassName={(row) => (isMarked?.(row) === true ? 'is-marked' : '')}
        pagination={false}
        scroll={{ x: width, y: Math.max(window.innerHeight - AROUND_TABLE_PX, 320) }}
        onScroll={(event) => {
          if (isNearEnd(event)) onNearEnd?.();
        }}
      />
    </section>
  );
}

function toColumns<Row extends object>({
  columns,
}: DataTableProps<Row>): NonNullable<TableProps<Row>['columns']> {
  return columns.map((column, index) => ({
    key: column.key,
    title: column.title,
    width: column.width ?? 120,
    align: column.align ?? 'left',
    className: column.align === 'right' ? 'is-number' : '',
    ellipsis: true,
    // The number of the row stays in sight while the rest scrolls sideways.
    ...(index === 0 ? { fixed: 'start' as const } : {}),
    render: (_value: unknown, row: Row) => column.render(row),
  }));
}

function isNearEnd({ currentTarget }: UIEvent<HTMLDivElement>): boolean {
  const { scrollHeight, scrollTop, clientHeight } = currentTarget;
  return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
}
