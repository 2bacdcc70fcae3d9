import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { UploadedFile } from '#core/route-contract.ts';
import { showProblems } from '#features/fund-years/rules/import-views.ts';
import type {
  ImportCheck,
  ImportOrder,
  ImportResult,
} from '#features/fund-years/rules/import-views.ts';
import { listColumns } from '#features/fund-years/rules/sheet-spec.ts';
import { importErrorBytes } from '#features/fund-years/server/commands/import-errors.ts';
import { markIdentity, markPhone } from '#features/households/server/commands/person-on-file.ts';
import type { HouseholdKeys } from '#features/households/server/commands/person-on-file.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/database/insert-rows.ts';

import { describeRosterProblem } from '../../messages.ts';
import type { PlannedMember } from '../../rules/plan-roster.ts';
import { ROSTER_SHEET } from '../../rules/roster-sheet.ts';
import { drawIds } from '../draw-id.ts';
import { planRosterImport } from './plan-import.ts';
import type { ReadRoster } from './plan-import.ts';

type Keys = HouseholdKeys;

/** What an import of the file would do, and everything that is wrong with it; changes nothing. */
export async function checkRosterImport(
  context: Context,
  keys: Keys,
  file: UploadedFile,
): Promise<ImportCheck> {
  const found = await planRosterImport(context, keys, file.bytes);
  return {
    rowCount: found.rowCount,
    ...countChanges(found),
    faultyCount: found.faultyCount,
    ...showProblems(found.problems, describeRosterProblem),
    canSkipFaulty: !found.read.isUnreadable,
  };
}

/** The file as it came, with the causes of its errors in a column of their own. */
export async function writeRosterErrors(
  context: Context,
  keys: Keys,
  file: UploadedFile,
): Promise<Buffer> {
  const { read, problems } = await planRosterImport(context, keys, file.bytes);
  const sheets = [{ sheet: read.sheet, forms: listColumns(ROSTER_SHEET.columns) }];
  return importErrorBytes({ sheets, problems, describe: describeRosterProblem });
}

/**
 * Writes a roster in one transaction.
 * @throws AppError `invalid` `member.import_unreadable`, `conflict` `member.import_faulty`.
 */
export async function importRoster(
  context: Context,
  keys: Keys,
  { file, order: { mode, reason } }: { readonly file: UploadedFile; readonly order: ImportOrder },
): Promise<ImportResult> {
  const found = await planRosterImport(context, keys, file.bytes);
  const { faultyCount: skippedCount, plan } = found;
  if (found.read.isUnreadable) throw new AppError('invalid', 'member.import_unreadable');
  if (mode === 'all_or_nothing' && skippedCount > 0) {
    throw new AppError('conflict', 'member.import_faulty', { count: skippedCount });
  }
  await insertMembers(context, keys, plan.changes.filter(isNew));
  await updateMembers(context, keys, plan.changes);
  const result = { ...countChanges(found), skippedCount };
  const after = { fileName: file.name, mode, ...result };
  const entry = { action: 'member.imported', subject: 'member', subjectId: null };
  await context.record({ ...entry, reason, after });
  return result;
}

function isNew({ existing }: PlannedMember): boolean {
  return existing === undefined;
}

function countChanges({
  plan: { changes, unchangedCount },
}: ReadRoster): Pick<ImportResult, 'createCount' | 'updateCount' | 'unchangedCount'> {
  const createCount = changes.filter(isNew).length;
  return { createCount, updateCount: changes.length - createCount, unchangedCount };
}

async function insertMembers(
  { transaction, actor, now }: Context,
  keys: Keys,
  members: readonly PlannedMember[],
): Promise<void> {
  const ids = await drawIds(transaction, 'union_members', members.length);
  const rows = members.flatMap(({ row, memberNumber, unionId }, place) => {
    const id = ids[place];
    if (id === undefined) return [];
    const { name, leftOn } = row;
    const secrets = sealMember(keys, id, row);
    return [
      {
        id,
        unionId,
        memberNumber,
        name,
        leftOn,
        ...secrets,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ];
  });
  await insertRows(transaction, { table: 'unionMembers', rows });
}

interface MemberSecrets {
  readonly phoneSecret: string | null;
  readonly phoneIndex: string | null;
  readonly identitySecret: string | null;
  readonly identityIndex: string | null;
}

function sealMember(
  { cipher, blindIndex }: Keys,
  id: number,
  { phone, identityNumber }: PlannedMember['row'],
): MemberSecrets {
  const seal = (text: string | null, purpose: string): string | null =>
    text === null ? null : cipher.encrypt(text, `union_members.${purpose}:${id}`);
  return {
    phoneSecret: seal(phone, 'phone'),
    phoneIndex: phone === null ? null : markPhone(blindIndex, phone),
    identitySecret: seal(identityNumber, 'identity'),
    identityIndex: identityNumber === null ? null : markIdentity(blindIndex, identityNumber),
  };
}

/** Blank cells leave what is there. */
async function updateMembers(
  { transaction }: Context,
  keys: Keys,
  members: readonly PlannedMember[],
): Promise<void> {
  const rows = members.flatMap(({ row, existing }) =>
    existing === undefined
      ? []
      : [
          {
            id: existing.id,
            name: row.name,
            left_on: row.leftOn,
            ...toColumns(sealMember(keys, existing.id, row)),
          },
        ],
  );
  if (rows.length === 0) return;
  await sql`update union_members m set name = n.name, left_on = n.left_on,
      phone_secret = coalesce(n.phone_secret, m.phone_secret), phone_index = coalesce(n.phone_index, m.phone_index),
      identity_secret = coalesce(n.identity_secret, m.identity_secret),
      identity_index = coalesce(n.identity_index, m.identity_index)
    from json_to_recordset(${JSON.stringify(rows)}::json) as n (id bigint, name text, left_on date,
      phone_secret text, phone_index text, identity_secret text, identity_index text)
    where m.id = n.id`.execute(transaction);
}

function toColumns(secrets: MemberSecrets): Record<string, string | null> {
  const { phoneSecret, phoneIndex, identitySecret, identityIndex } = secrets;
  return {
    phone_secret: phoneSecret,
    phone_index: phoneIndex,
    identity_secret: identitySecret,
    identity_index: identityIndex,
  };
}
