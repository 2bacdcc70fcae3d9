import type { ReactElement } from 'react';

import type { DataTableProps } from './data-table.tsx';
import { GridTable } from './grid-table.tsx';

/** What stands above and below the table on the page. */
const AROUND_TABLE_PX = 300;
const USUAL_WIDTH = 120;
const ROW_HEIGHT = 44;

/** Draws only the rows in sight; for lists too long to draw whole. */
export function VirtualTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { columns, ...rest } = props;
  return (
    <GridTable
      {...rest}
      columns={columns.map((column, index) => ({
        key: column.key,
        title: column.title,
        width: column.width ?? USUAL_WIDTH,
        align: column.align ?? 'left',
        // The number of the row stays in sight while the rest scrolls sideways.
        ...(index === 0 ? { fixed: 'start' as const } : {}),
        render: (row: Row) => column.render(row),
      }))}
      rowHeight={ROW_HEIGHT}
      frameHeight={Math.max(window.innerHeight - AROUND_TABLE_PX, 320)}
    />
  );
}
