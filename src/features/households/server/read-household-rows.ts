import { sql } from 'kysely';

import { maskIdentityNumber } from '#core/mask-personal.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import { loadSettings } from '#features/settings/server/commands/load-settings.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { HouseholdRow } from '../rules/household-views.ts';
import { nextCheckOn } from '../rules/next-check.ts';
import { CAUSES, HARDSHIP_CLASSES, HOUSEHOLD_STATES, SCHEMES, TIERS } from '../rules/words.ts';
import type { HouseholdKeys } from './household-keys.ts';

/** Files as lists show them, in the order of the ids. */
export async function readHouseholdRows(
  context: Context,
  keys: HouseholdKeys,
  ids: readonly number[],
): Promise<HouseholdRow[]> {
  if (ids.length === 0) return [];
  const months = (await loadSettings(context.transaction, toChinaDay(context.now)))[
    'households.recheck_months'
  ];
  const rows = await selectRows(context, ids);
  return rows.map(({ headId, identitySecret, ...row }) => {
    const state = oneOf(HOUSEHOLD_STATES, row.state);
    return {
      ...row,
      headName: row.headName ?? '',
      identityNumber: maskIdentity(keys, headId, identitySecret),
      state,
      hardshipClass: oneOf(HARDSHIP_CLASSES, row.hardshipClass),
      scheme: oneOf(SCHEMES, row.scheme),
      tier: oneOf(TIERS, row.tier),
      mainCause: oneOfOrNull(CAUSES, row.mainCause),
      checkDueOn: state === 'open' ? nextCheckOn(day(row.checkedOn), months) : null,
    };
  });
}

function selectRows({ transaction }: Context, ids: readonly number[]) {
  return (
    transaction
      .selectFrom('households as h')
      .innerJoin('unions as u', 'u.id', 'h.unionId')
      // In a file that has ended everybody has left; its last head is still its head.
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('householdPeople as p')
            .select(['p.id', 'p.name', 'p.identitySecret'])
            .whereRef('p.householdId', '=', 'h.id')
            .where('p.role', '=', 'head')
            .orderBy(sql`p.left_on desc nulls first`)
            .orderBy('p.id', 'desc')
            .limit(1)
            .as('head'),
        (join) => join.onTrue(),
      )
      .select(['h.id', 'h.fileNumber', 'h.unionId', 'u.name as unionName', 'h.state'])
      .select(['head.id as headId', 'head.name as headName', 'head.identitySecret'])
      .select(['h.hardshipClass', 'h.scheme', 'h.tier', 'h.mainCause', 'h.memberCount'])
      .select(['h.netMonthlyFen', 'h.isKnownEligible', 'h.openedOn', 'h.checkedOn'])
      .select(['h.exitedOn', 'h.isSample'])
      .where('h.id', 'in', ids)
      .orderBy(sql`array_position(${sql.val([...ids])}::bigint[], h.id)`)
      .execute()
  );
}

function maskIdentity(
  { cipher }: HouseholdKeys,
  id: number | null,
  secret: string | null,
): string | null {
  if (id === null || secret === null) return null;
  return maskIdentityNumber(cipher.decrypt(secret, `people.identity:${id}`));
}
