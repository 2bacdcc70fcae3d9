import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { seeingAll } from '#features/accounts/server/commands/seeing-all.ts';
import { chooseSheet, readListSheet } from '#features/fund-years/rules/list-sheets.ts';
import type { ReadListSheet } from '#features/fund-years/rules/list-sheets.ts';
import { createProblemList } from '#features/fund-years/rules/problem-list.ts';
import { readRawSheets } from '#features/fund-years/server/commands/list-workbook.ts';
import type { HouseholdKeys } from '#features/households/server/commands/person-on-file.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import { XLSX_LIMITS } from '#platform/xlsx/limits.ts';

import { planRoster, toMemberNumber } from '../../rules/plan-roster.ts';
import type { KnownMember, RosterGround, RosterPlan } from '../../rules/plan-roster.ts';
import { ROSTER_SHEET } from '../../rules/roster-sheet.ts';
import type { RosterRow, RosterValues } from '../../rules/roster-sheet.ts';

export const MAX_MEMBERS = 20_000;
const LIMITS = { ...XLSX_LIMITS, rowsPerSheet: MAX_MEMBERS * 2, cells: 1_000_000 };

type Keys = HouseholdKeys;

export interface ReadRoster {
  readonly read: ReadListSheet<RosterValues, RosterRow>;
  readonly plan: RosterPlan;
  readonly rowCount: number;
  readonly faultyCount: number;
  readonly problems: readonly InputProblem[];
}

/**
 * Reads an uploaded roster and says what it would write.
 * @throws AppError `invalid` `workbook.…` when it is no readable workbook, `member.too_many_rows`.
 */
export async function planRosterImport(
  context: Context,
  keys: Keys,
  bytes: Uint8Array,
): Promise<ReadRoster> {
  const sheet = chooseSheet(await readRawSheets(bytes, LIMITS), ROSTER_SHEET.name);
  const problems = createProblemList([sheet?.name ?? ROSTER_SHEET.name]);
  const read = readListSheet({ spec: ROSTER_SHEET, sheet, problems });
  const rowCount = read.records.length + read.unreadable.length;
  if (rowCount > MAX_MEMBERS) {
    throw new AppError('invalid', 'member.too_many_rows', { max: MAX_MEMBERS });
  }
  const plan = planRoster(read.records, await readGround(context, keys, read.records));
  for (const { rowNumber, column, code, params } of plan.faults) {
    read.report(rowNumber, column, { code, params });
  }
  const faultyCount = plan.faultyCount + read.unreadable.length;
  return { read, plan, rowCount, faultyCount, problems: problems.sorted() };
}

async function readGround(
  context: Context,
  keys: Keys,
  rows: readonly RosterRow[],
): Promise<RosterGround> {
  const { transaction, actor, now } = context;
  // A town sees its parent's name too, but writes for what is below it alone.
  const unions = await transaction
    .selectFrom('unions')
    .select(['id', 'name'])
    .where('closedOn', 'is', null)
    .where('level', '=', 'grassroots')
    .where(sql<boolean>`id = any((select visible_unions())::int[])`)
    .execute();
  const byName = new Map<string, number | null>();
  for (const { id, name } of unions) byName.set(name, byName.has(name) ? null : id);
  const ids = new Set(unions.map(({ id }) => id));
  return {
    today: toChinaDay(now),
    homeUnionId: actor.unionId !== null && ids.has(actor.unionId) ? actor.unionId : null,
    unions: byName,
    members: await readMembers(context, keys, rows, ids),
  };
}

/** A number may be taken in a union out of sight: of that the importer learns no more. */
async function readMembers(
  context: Context,
  { cipher }: Keys,
  rows: readonly RosterRow[],
  inSight: ReadonlySet<number>,
): Promise<ReadonlyMap<string, KnownMember>> {
  const numbers = rows.map(({ memberNumber }) => toMemberNumber(memberNumber));
  const found = await seeingAll(context, () =>
    context.transaction
      .selectFrom('unionMembers')
      .select(['id', 'unionId', 'memberNumber', 'name', 'phoneSecret', 'identitySecret'])
      .where('leftOn', 'is', null)
      .where(sql<boolean>`member_number = any(${sql.val(numbers)}::text[])`)
      .execute(),
  );
  return new Map(
    found.map(({ memberNumber, phoneSecret, identitySecret, ...member }) => {
      const isInSight = inSight.has(member.unionId);
      const open = (secret: string | null, purpose: string): string | null =>
        secret === null || !isInSight
          ? null
          : cipher.decrypt(secret, `union_members.${purpose}:${member.id}`);
      const phone = open(phoneSecret, 'phone');
      const identityNumber = open(identitySecret, 'identity');
      return [memberNumber, { ...member, isInSight, phone, identityNumber }];
    }),
  );
}
