import { sql } from 'kysely';
import type { SelectQueryBuilder } from 'kysely';

import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/database/schema.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import type { AuditFilter, AuditList, AuditListQuery, AuditRow } from '../contract.ts';
import { toAuditRow } from './audit-row.ts';
import type { AuditWords } from './audit-row.ts';

/** Beyond it nobody pages, and counting would cost more than the page. */
const MAX_TOTAL = 10_000;

type Filtered = SelectQueryBuilder<DB & { e: DB['auditEntries'] }, 'e', object>;

/** The newest first. */
export async function listEntries(
  context: Context,
  { after, limit, ...filter }: AuditListQuery,
  words: AuditWords,
): Promise<AuditList> {
  const beforeId = after === undefined ? undefined : readCursor(after).id;
  const rows = await readPage(context, filter, { beforeId, limit: limit + 1, words });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return {
    items,
    next: isMore ? writeCursor({ key: '', id: last.id }) : null,
    total: await countUpTo(context, filter),
  };
}

export interface PageOptions {
  readonly beforeId: number | undefined;
  readonly limit: number;
  readonly words: AuditWords;
}

export async function readPage(
  context: Pick<Context, 'transaction'>,
  filter: AuditFilter,
  { beforeId, limit, words }: PageOptions,
): Promise<AuditRow[]> {
  const rows = await filterEntries(context, filter)
    .leftJoin('unions', 'unions.id', 'e.unionId')
    .leftJoin('auditQueue', 'auditQueue.entryId', 'e.id')
    .select(['e.id', 'e.body', 'unions.name as unionName', 'auditQueue.entryId as queuedId'])
    .$if(beforeId !== undefined, (select) => select.where('e.id', '<', beforeId ?? 0))
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toAuditRow(row, words));
}

async function countUpTo(context: Context, filter: AuditFilter): Promise<number | null> {
  const { total } = await context.transaction
    .selectFrom(
      filterEntries(context, filter)
        .select('e.id')
        .limit(MAX_TOTAL + 1)
        .as('found'),
    )
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total > MAX_TOTAL ? null : total;
}

function filterEntries(
  { transaction }: Pick<Context, 'transaction'>,
  filter: AuditFilter,
): Filtered {
  let select: Filtered = transaction.selectFrom('auditEntries as e');
  const { from, before, unionId, accountName, reasonText } = filter;
  if (from !== undefined) select = select.where('e.atMs', '>=', Date.parse(from));
  if (before !== undefined) select = select.where('e.atMs', '<', Date.parse(before));
  for (const column of ['accountId', 'action', 'subject', 'subjectId', 'outcome'] as const) {
    const value = filter[column];
    if (value !== undefined) select = select.where(`e.${column}`, '=', value);
  }
  if (unionId !== undefined) {
    select = select.where('e.unionId', 'in', (below) =>
      below.selectFrom('unionClosure').select('descendantId').where('ancestorId', '=', unionId),
    );
  }
  if (accountName !== undefined) select = select.where(contains('accountName', accountName));
  if (reasonText !== undefined) select = select.where(contains('reason', reasonText));
  return select;
}

/** Text inside a field of the body, whatever signs a pattern would give a meaning. */
function contains(field: 'accountName' | 'reason', text: string): ReturnType<typeof sql<boolean>> {
  return sql<boolean>`strpos(lower(e.body::jsonb ->> ${field}), lower(${text})) > 0`;
}
