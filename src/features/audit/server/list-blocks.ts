import type { Context } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import type { AuditBlock } from '../contract.ts';

export interface BlockPage {
  readonly items: AuditBlock[];
  readonly next: string | null;
}

/** The newest first: its digest is the one to note down outside the system. */
export async function listBlocks(
  { transaction }: Context,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<BlockPage> {
  const beforeNo = after === undefined ? undefined : readCursor(after).id;
  const rows = await transaction
    .selectFrom('auditBlocks')
    .select(['no', 'sealedAtMs', 'entryCount', 'digest'])
    .$if(beforeNo !== undefined, (select) => select.where('no', '<', beforeNo ?? 0))
    .orderBy('no', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((row) => ({
    no: row.no,
    sealedAt: new Date(row.sealedAtMs).toISOString(),
    entryCount: row.entryCount,
    digest: row.digest.toString('hex'),
  }));
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items, next: isMore ? writeCursor({ key: '', id: last.no }) : null };
}
