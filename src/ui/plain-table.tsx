import type { ReactElement } from 'react';

import type { DataColumn, DataTableProps } from './data-table.tsx';
import { TableFrame } from './table-frame.tsx';

/** All rows as plain HTML. */
export function PlainTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { label, columns, rows, rowKey, isMarked, totals } = props;
  return (
    <TableFrame label={label}>
      <table className="plain-table">
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
                <td
                  key={column.key}
                  className={alignClass(column)}
                  style={{ minWidth: column.width }}
                >
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

function alignClass<Row>(column: DataColumn<Row>): string {
  return column.align === 'right' ? 'is-number' : '';
}
