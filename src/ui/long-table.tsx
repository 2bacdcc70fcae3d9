import type { ReactElement } from 'react';

import { DataTable } from './data-table.tsx';
import type { DataTableProps } from './data-table.tsx';
import { useIsPhone } from './use-is-phone.ts';
import { VirtualTable } from './virtual-table.tsx';

/** Above so many rows drawing all of them takes longer than people wait. */
const VIRTUAL_ABOVE = 100;

/** A table without a limit: beyond a hundred rows it draws only those in sight. */
export function LongTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const isPhone = useIsPhone();
  const isLong = props.rows.length > VIRTUAL_ABOVE && !isPhone;
  return isLong ? <VirtualTable {...props} /> : <DataTable {...props} />;
}
