import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { CSSProperties, ReactElement, ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** Stays in sight while the rest scrolls sideways. */
  readonly fixed?: 'start' | 'end';
  readonly ariaSort?: 'ascending' | 'descending' | 'none';
  readonly render: (row: Row, index: number) => ReactNode;
}

export interface GridTableProps<Row extends object> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly isMarked?: ((row: Row) => boolean) | undefined;
  readonly rowHeight: number;
  /** Height of a frame of its own that scrolls and draws only the rows in sight; none: all rows. */
  readonly frameHeight?: number | undefined;
  readonly onNearEnd?: (() => void) | undefined;
}

/** Rows at the end of the frame at which the next page is asked for. */
const NEAR_END_ROWS = 15;
const OVERSCAN = 12;

/** One line a row, columns of fixed width; any number of rows. */
export function GridTable<Row extends object>(props: GridTableProps<Row>): ReactElement {
  const { label, columns, rows, rowHeight, frameHeight, onNearEnd } = props;
  const frame = useRef<HTMLElement>(null);
  const isFramed = frameHeight !== undefined;
  // Only the React compiler, which is not used here, would mind.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    enabled: isFramed,
  });
  const items = virtualizer.getVirtualItems();
  const from = isFramed ? (items[0]?.index ?? 0) : 0;
  const to = isFramed ? (items.at(-1)?.index ?? -1) + 1 : rows.length;
  useEffect(() => {
    if (isFramed && to >= rows.length - NEAR_END_ROWS) onNearEnd?.();
  }, [isFramed, to, rows.length, onNearEnd]);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <section
      ref={frame}
      aria-label={label}
      className="grid-frame"
      style={isFramed ? { height: Math.min(frameHeight, (rows.length + 1) * rowHeight + 2) } : {}}
      // A frame that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className="grid-table" style={{ minWidth: width }} aria-rowcount={rows.length + 1}>
        <GridHead columns={columns} />
        <tbody>
          <Gap height={from * rowHeight} />
          {rows.slice(from, to).map((row, offset) => (
            <GridRow key={props.rowKey(row)} {...props} row={row} index={from + offset} />
          ))}
          <Gap height={(rows.length - to) * rowHeight} />
        </tbody>
      </table>
    </section>
  );
}

function GridHead<Row extends object>({
  columns,
}: Pick<GridTableProps<Row>, 'columns'>): ReactElement {
  return (
    <>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={cellClass(column)}
              aria-sort={column.ariaSort}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

interface GridRowProps<Row extends object> extends GridTableProps<Row> {
  readonly row: Row;
  readonly index: number;
}

function GridRow<Row extends object>(props: GridRowProps<Row>): ReactElement {
  const { columns, row, index, isMarked, rowHeight } = props;
  const style: CSSProperties = { height: rowHeight };
  return (
    <tr
      style={style}
      className={isMarked?.(row) === true ? 'is-marked' : ''}
      aria-rowindex={index + 2}
    >
      {columns.map((column) => (
        <td key={column.key} className={cellClass(column)}>
          {column.render(row, index)}
        </td>
      ))}
    </tr>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { readonly height: number }): ReactElement | null {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td className="grid-gap" style={{ height }}>
        {''}
      </td>
    </tr>
  );
}

function cellClass<Row>({ align, fixed }: GridColumn<Row>): string {
  return [
    align === 'right' ? 'is-number' : '',
    fixed === 'start' ? 'is-at-start' : '',
    fixed === 'end' ? 'is-at-end' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}
