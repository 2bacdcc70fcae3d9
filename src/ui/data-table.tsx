import type { ReactElement, ReactNode } from 'react';

import { CardList } from './card-list.tsx';
import { PlainTable } from './plain-table.tsx';
import { useIsPhone } from './use-is-phone.ts';

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Pixels; a column without takes the room left over. */
  readonly width?: number;
  /** Heads the card of the row on a phone; the others follow as name and value. */
  readonly isCardTitle?: boolean;
  readonly isHiddenOnPhone?: boolean;
  /** Takes the whole width of a card. */
  readonly isWideOnPhone?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface DataTableProps<Row extends object> {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly isMarked?: (row: Row) => boolean;
  /** Long texts are cut to one line; what they say in full stands elsewhere. */
  readonly isOneLine?: boolean;
  /** Last row with sums, by column key. */
  readonly totals?: Readonly<Record<string, ReactNode>>;
  readonly onNearEnd?: () => void;
}

/** A table of at most some hundred rows; a list of cards on a phone. */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  return useIsPhone() ? <CardList {...props} /> : <PlainTable {...props} />;
}
