import { sql } from 'kysely';

import { readCursor, writeCursor } from '#platform/page-cursor.ts';

/** Of everything that is listed, whichever page is shown. */
export const COUNTED = sql<number>`count(*)::int`.as('total');

export interface PageQuery {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Lists run from the newest id down. */
export function beforeId({ after }: PageQuery): number | null {
  return after === undefined ? null : readCursor(after).id;
}

/** One row more than a page was asked for tells whether there is another. */
export function toPage<Row extends { readonly id: number }>(
  rows: readonly Row[],
  { limit }: PageQuery,
  total: number,
): { items: Row[]; next: string | null; total: number } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, next: hasMore ? writeCursor({ key: '', id: last.id }) : null, total };
}
