import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import type { DataColumn, DataTableProps } from './data-table.tsx';

/** The rows of a table as cards, for a narrow screen. */
export function CardList<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { label, columns, rows, rowKey, isMarked, totals, onNearEnd } = props;
  return (
    <>
      <ul className="cards" aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)} className={isMarked?.(row) === true ? 'card is-marked' : 'card'}>
            <Card columns={columns} show={(column) => column.render(row)} />
          </li>
        ))}
        {totals === undefined ? null : (
          <li className="card card-total">
            <Card columns={columns} show={(column) => totals[column.key]} />
          </li>
        )}
      </ul>
      {onNearEnd === undefined ? null : (
        <Button block onClick={onNearEnd}>
          继续载入
        </Button>
      )}
    </>
  );
}

interface CardProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly show: (column: DataColumn<Row>) => ReactNode;
}

function Card<Row>({ columns, show }: CardProps<Row>): ReactElement {
  const fields = columns.filter(
    (column) => column.isCardTitle !== true && column.isHiddenOnPhone !== true,
  );
  return (
    <>
      {columns
        .filter((column) => column.isCardTitle === true)
        .map((column) => (
          <div key={column.key} className="card-title">
            {show(column)}
          </div>
        ))}
      <dl className="card-fields">
        {fields.map((column) => (
          <div key={column.key} className={column.isWideOnPhone === true ? 'is-wide' : ''}>
            <dt>{column.title}</dt>
            <dd>{show(column)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
