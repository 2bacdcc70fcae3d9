import { sql } from 'kysely';

import type { Context } from '#platform/context.ts';

import type { PaymentFacts } from '../../rules/ledger-sheet.ts';

export const UNPAID: PaymentFacts = { source: null, paidOn: null, batch: null };

/** Out of which money, when and with which batch applications were paid; none while they are not. */
export async function findPaymentFacts(
  { transaction }: Context,
  ids: readonly number[],
): Promise<ReadonlyMap<number, PaymentFacts>> {
  const rows = await transaction
    .selectFrom('applications')
    .select(['id', 'source'])
    .where(sql<boolean>`id = any(${sql.val([...ids])}::bigint[])`)
    .where('source', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, source }) => [id, { ...UNPAID, source }]));
}
