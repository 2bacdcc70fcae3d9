import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { AuditDetail } from '../contract.ts';
import { hasOpenFacts } from '../rules/open-facts.ts';
import { readStoredEntry, toAuditRow } from './audit-row.ts';
import type { AuditWords } from './audit-row.ts';
import { digestBody } from './block.ts';

export interface GetEntryOptions {
  readonly id: number;
  readonly words: AuditWords;
  /** Whether business data before and after the change may be shown. */
  readonly withBusiness: boolean;
}

/** @throws AppError not_found `audit.entry_unknown`, also for one out of the actor's scope. */
export async function getEntry(
  { transaction }: Context,
  { id, words, withBusiness }: GetEntryOptions,
): Promise<AuditDetail> {
  const record = await transaction
    .selectFrom('auditEntries as e')
    .leftJoin('unions', 'unions.id', 'e.unionId')
    .leftJoin('auditQueue', 'auditQueue.entryId', 'e.id')
    .select(['e.id', 'e.body', 'unions.name as unionName', 'auditQueue.entryId as queuedId'])
    .where('e.id', '=', id)
    .executeTakeFirst();
  if (record === undefined) throw new AppError('not_found', 'audit.entry_unknown');
  const { action, requestId, ip, before, after } = readStoredEntry(record.body);
  const isFactsHidden =
    !withBusiness && !hasOpenFacts(action) && (before !== null || after !== null);
  return {
    ...toAuditRow(record, words),
    requestId,
    ip,
    before: isFactsHidden ? null : before,
    after: isFactsHidden ? null : after,
    isFactsHidden,
    digest: digestBody(record.body),
  };
}
