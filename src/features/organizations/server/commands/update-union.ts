import { AppError } from '#core/app-error.ts';
import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { judgeFuture, judgeOpen } from '../../rules/decide-placement.ts';
import type { UnionChange } from '../../rules/union-inputs.ts';
import type { UnionReason } from '../../rules/union-reasons.ts';
import { decryptPhone, sealPhone } from '../phone-cipher.ts';
import type { PhoneCipher } from '../phone-cipher.ts';
import { addPlacement } from '../placements.ts';
import { assertAllowed, getUnion, lockTree, saveUnion } from '../union-row.ts';
import type { StoredUnion } from '../union-row.ts';

const PLAIN_FIELDS = ['name', 'regionCode', 'creditCode', 'foundedOn', 'contactName'] as const;
type PlainFacts = Pick<StoredUnion, (typeof PLAIN_FIELDS)[number]>;

/**
 * Changes names and contacts; a new name enters the history with its reason.
 * @throws AppError `not_found`, `conflict` (closed, changed meanwhile), `invalid` (no reason, nothing changed).
 */
export async function updateUnion(
  context: Context,
  cipher: PhoneCipher,
  { id, change }: { readonly id: number; readonly change: UnionChange },
): Promise<void> {
  await lockTree(context.transaction);
  const union = await getUnion(context, id);
  const today = toChinaDay(context.now);
  assertAllowed(decideChange(union, change, today));
  const { before, after } = compareFacts(union, change);
  const phone =
    change.contactPhone === decryptPhone(cipher, union) ? undefined : change.contactPhone;
  assertSaysSomething(change, after, phone);
  await saveUnion(
    context,
    { id, version: change.version },
    {
      ...after,
      ...(phone === undefined ? {} : { contactPhoneSecret: sealIfGiven(cipher, id, phone) }),
    },
  );
  const { name } = after;
  if (name !== undefined) {
    const { parentId } = union;
    const reason = change.reason ?? '';
    await addPlacement(context, { unionId: id, parentId, name, from: today, reason });
  }
  await context.record({
    subjectId: id,
    unionId: id,
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    before,
    after: { ...after, ...(phone === undefined ? {} : { hasNewContactPhone: phone !== null }) },
  });
}

function decideChange(
  union: StoredUnion,
  { foundedOn = null }: UnionChange,
  today: PlainDate,
): Decision<UnionReason> {
  const ahead = foundedOn === null ? [] : judgeFuture(foundedOn, today);
  return toDecision([...judgeOpen(union), ...ahead]);
}

function assertSaysSomething(
  { reason }: UnionChange,
  after: Partial<PlainFacts>,
  phone: string | null | undefined,
): void {
  if (Object.keys(after).length === 0 && phone === undefined) {
    throw new AppError('invalid', 'union.nothing_changed');
  }
  if (after.name !== undefined && reason === undefined) {
    throw new AppError('invalid', 'union.name_reason_missing');
  }
}

function sealIfGiven(cipher: PhoneCipher, id: number, phone: string | null): string | null {
  return phone === null ? null : sealPhone(cipher, id, phone);
}

/** The facts that differ, as they were and as they will be. */
function compareFacts(
  union: StoredUnion,
  change: UnionChange,
): { before: Partial<PlainFacts>; after: Partial<PlainFacts> } {
  const differing = PLAIN_FIELDS.filter(
    (field) => change[field] !== undefined && change[field] !== union[field],
  );
  const pick = (from: UnionChange | StoredUnion): Partial<PlainFacts> =>
    Object.fromEntries(differing.map((field) => [field, from[field]]));
  return { before: pick(union), after: pick(change) };
}
