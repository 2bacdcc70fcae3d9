import { randomBytes } from 'node:crypto';

import { AppError, refusal } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decidePutUp } from '../../rules/decide-put-up.ts';
import { maskPublicName } from '../../rules/mask-public-name.ts';
import { noticeEnd, requiredDays } from '../../rules/notice-term.ts';
import type { NewNotice } from '../../rules/public-notice-inputs.ts';
import { toWorkUnit } from '../../rules/work-unit.ts';
import { lockCases, noticeRulesOf } from '../waiting-cases.ts';
import type { StoredCase } from '../waiting-cases.ts';

/**
 * Puts up cases that wait for their notice; names and amounts are frozen as they are now.
 * @throws AppError `not_found` `public_notice.case_unknown`, `conflict` with every reason against it.
 */
export async function putUpNotice(context: Context, wish: NewNotice): Promise<number> {
  const ids = [...new Set(wish.applicationIds)];
  const cases = await lockCases(context, ids);
  if (cases.length < ids.length) throw new AppError('not_found', 'public_notice.case_unknown');
  const rules = await noticeRulesOf(context, cases);
  const required = requiredDays(wish.tier, [...rules.values()]);
  const decision = decidePutUp(wish, { cases, required }, toChinaDay(context.now));
  if (!decision.ok) throw refusal(decision.reasons);
  const unionId = await findHanger(context, wish, cases);
  const id = await insertNotice(context, wish, unionId);
  await insertEntries(context, id, cases);
  const { tier, startsOn, workingDays } = wish;
  await context.record({
    subjectId: id,
    unionId,
    after: { tier, startsOn, workingDays, applications: cases.map(({ number }) => number) },
  });
  return id;
}

/** A district's notice is the district's own; whoever does not see the district puts up none. */
async function findHanger(
  { transaction }: Context,
  { tier }: NewNotice,
  cases: readonly StoredCase[],
): Promise<number> {
  const unionIds = [...new Set(cases.map(({ unionId }) => unionId))];
  const [first] = unionIds;
  if (tier === 'grassroots' && first !== undefined) return first;
  const found = await transaction
    .selectFrom('unions as u')
    .innerJoin('unionClosure as c', 'c.ancestorId', 'u.id')
    .select('u.id')
    .where('u.level', '=', 'district')
    .where('c.descendantId', 'in', unionIds)
    .groupBy('u.id')
    .having(({ fn }) => fn.countAll(), '=', unionIds.length)
    .executeTakeFirst();
  if (found === undefined) throw new AppError('conflict', 'public_notice.no_district');
  return found.id;
}

async function insertNotice(
  { transaction, actor, now }: Context,
  wish: NewNotice,
  unionId: number,
): Promise<number> {
  const { applicationIds: _, ...columns } = wish;
  const { id } = await transaction
    .insertInto('publicNotices')
    .values({
      ...columns,
      unionId,
      endsOn: noticeEnd(wish.startsOn, wish.workingDays),
      token: randomBytes(16).toString('hex'),
      putUpBy: actor.accountId,
      putUpByName: actor.name,
      putUpAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function insertEntries(
  { transaction }: Context,
  noticeId: number,
  cases: readonly StoredCase[],
): Promise<void> {
  const rows = cases.map((one, index) => ({
    noticeId,
    applicationId: one.id,
    unionId: one.unionId,
    position: index + 1,
    maskedName: maskPublicName(one.applicantName),
    workUnit: toWorkUnit(one.unionName),
    aidType: one.aidType,
    amountFen: one.amountFen ?? 0,
  }));
  await transaction.insertInto('publicNoticeEntries').values(rows).execute();
}
