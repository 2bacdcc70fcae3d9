import { sql } from 'kysely';

import { maskIdentityNumber } from '#core/mask-personal.ts';
import { fen, formatYuanShort } from '#core/money.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import { CAUSES } from '#features/households/rules/words.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';
import type { Context } from '#platform/context.ts';

import { remarkOf } from '../../messages.ts';
import type { ListLine } from '../../rules/ledger-sheet.ts';
import { APPLICATION_STATES } from '../../rules/states.ts';
import type { ApplicationKeys } from '../application-keys.ts';
import { UNPAID, findPaymentFacts } from './payment-facts.ts';

/** Applications as rosters and ledgers list them, in the order of the ids. */
export async function readLines(
  context: Context,
  { cipher }: ApplicationKeys,
  ids: readonly number[],
): Promise<ListLine[]> {
  const payments = await findPaymentFacts(context, ids);
  const rows = await selectLines(context, ids);
  return rows.map(({ id, personId, identitySecret, mainCause, ...row }) => ({
    name: row.applicantName,
    sex: oneOfOrNull(['male', 'female'] as const, row.sex),
    identityNumber:
      identitySecret === null
        ? null
        : maskIdentityNumber(cipher.decrypt(identitySecret, `people.identity:${personId}`)),
    unionName: row.unionName,
    townName: row.townName,
    aidType: oneOf(AID_TYPES, row.aidType),
    aidClass: oneOfOrNull(AID_CLASSES, row.aidClass),
    cause: oneOfOrNull(CAUSES, mainCause),
    appliedOn: row.appliedOn === null ? null : day(row.appliedOn),
    approvedOn: row.approvedFen === null || row.decidedOn === null ? null : day(row.decidedOn),
    amountFen: row.approvedFen === null ? null : fen(row.approvedFen),
    ...(payments.get(id) ?? UNPAID),
    state: oneOf(APPLICATION_STATES, row.state),
    remark: remarkOf({ ...row, undecidedYuan: undecidedYuan(row) }),
  }));
}

function undecidedYuan({
  approvedFen,
  proposedFen,
  requestedFen,
}: {
  readonly approvedFen: number | null;
  readonly proposedFen: number | null;
  readonly requestedFen: number | null;
}): string | null {
  const amount = approvedFen === null ? (proposedFen ?? requestedFen) : null;
  return amount === null ? null : formatYuanShort(fen(amount));
}

function selectLines({ transaction }: Context, ids: readonly number[]) {
  const wanted = sql.val([...ids]);
  return transaction
    .selectFrom('applications as a')
    .innerJoin('unions as u', 'u.id', 'a.unionId')
    .leftJoin('householdPeople as p', 'p.id', 'a.personId')
    .leftJoin('households as h', 'h.id', 'a.householdId')
    .select(['a.id', 'a.personId', 'a.applicantName', 'p.sex', 'p.identitySecret', 'h.mainCause'])
    .select(['u.name as unionName', 'a.aidType', 'a.aidClass', 'a.appliedOn', 'a.decidedOn'])
    .select(['a.approvedFen', 'a.proposedFen', 'a.requestedFen', 'a.state'])
    .select(['a.isOnBehalf', 'a.isDirect', 'a.hasOverride', 'a.isSample'])
    .select((eb) =>
      eb
        .selectFrom('unionClosure as c')
        .innerJoin('unions as t', 't.id', 'c.ancestorId')
        .select('t.name')
        .whereRef('c.descendantId', '=', 'a.unionId')
        .where('t.level', '=', 'town_or_system')
        .orderBy('c.depth')
        .limit(1)
        .as('townName'),
    )
    .where(sql<boolean>`a.id = any(${wanted}::bigint[])`)
    .orderBy(sql`array_position(${wanted}::bigint[], a.id)`)
    .execute();
}
