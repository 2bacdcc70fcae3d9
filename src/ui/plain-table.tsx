import type { ReactElement } from 'react';

import type { DataColumn, DataTableProps } from './data-table.tsx';
import { TableFrame } from './table-frame.tsx';

/** Of a column that takes the room left over. */
const NARROWEST_PX = 90;

/** All rows as plain HTML. */
export function PlainTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { label, columns, rows, rowKey, isMarked, totals } = props;
  const minWidth = columns.reduce((sum, { width = NARROWEST_PX }) => sum + width, 0);
  return (
    <TableFrame label={label}>
      <table className={classOf(props)} style={{ minWidth }}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={alignClass(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={isMarked?.(row) === true ? 'is-marked' : ''}>
              {columns.map((column) => (
                <td key={column.key} className={alignClass(column)}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals === undefined ? null : <Totals columns={columns} totals={totals} />}
      </table>
    </TableFrame>
  );
}

type TotalsProps<Row extends object> = Pick<DataTableProps<Row>, 'columns'> & {
  readonly totals: NonNullable<DataTableProps<Row>['totals']>;
};

function Totals<Row extends object>({ columns, totals }: TotalsProps<Row>): ReactElement {
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.key} className={alignClass(column)}>
            {totals[column.key]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function classOf<Row extends object>({ columns, isOneLine }: DataTableProps<Row>): string {
  const isFixed = columns.some(({ width }) => width !== undefined);
  return `plain-table${isFixed ? ' is-fixed' : ''}${isOneLine === true ? ' is-one-line' : ''}`;
}

function alignClass<Row>(column: DataColumn<Row>): string {
  return column.align === 'right' ? 'is-number' : '';
}
