import { sql } from 'kysely';

import { readHouseholdRecord } from '#features/households/server/commands/read-household-record.ts';
import type { Context } from '#platform/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';

import {
  coverOf,
  describeCase,
  describeEvents,
  describeVersion,
} from '../../documents/describe-household.ts';
import { renderHouseholdFile } from '../../documents/household-file.ts';
import type { ApplicationDetail } from '../../rules/application-views.ts';
import { describeApplication } from '../application-detail.ts';
import type { ApplicationKeys } from '../application-keys.ts';
import { appendFiles, listFamilyFiles } from './append-files.ts';
import { findPrintMark } from './print-mark.ts';

export interface FilePrinting {
  readonly keys: Parameters<typeof readHouseholdRecord>[1];
  readonly files: FileStore;
}

/**
 * 一户一档: all that is kept of a family, one PDF.
 * @throws AppError `not_found` `household.unknown`.
 */
export async function printHouseholdFile(
  context: Context,
  { keys, files }: FilePrinting,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<Buffer> {
  const { detail, versions } = await readHouseholdRecord(context, keys, id);
  const householdIds = await findFamily(context, id);
  const cases = await readCases(context, keys, householdIds);
  const found = await listFamilyFiles(context, {
    householdIds,
    applications: cases,
    householdText: '家庭档案',
  });
  const appendix = await appendFiles(files, found);
  await context.record({
    subjectId: id,
    unionId: detail.unionId,
    reason,
    after: {
      fileNumber: detail.fileNumber,
      versions: versions.length,
      applications: cases.length,
      files: found.length,
      pages: appendix.sheets.length,
    },
  });
  const print = {
    title: `${detail.headName}户档案`,
    purpose: reason,
    cover: coverOf(detail),
    versions: versions.map(describeVersion),
    events: describeEvents(detail),
    cases: cases.map(describeCase),
    ...appendix,
  };
  return Buffer.from(renderHouseholdFile(print, await findPrintMark(context)));
}

/** The file and all that were merged into it. */
async function findFamily({ transaction }: Context, id: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select find_family(${id}) as id`.execute(transaction);
  return rows.map((row) => row.id);
}

/** What was handed in, from the first on; drafts are nobody's business yet. */
async function readCases(
  context: Context,
  keys: ApplicationKeys,
  householdIds: readonly number[],
): Promise<ApplicationDetail[]> {
  const rows = await context.transaction
    .selectFrom('applications')
    .select('id')
    .where(sql<boolean>`household_id = any(${sql.val([...householdIds])}::bigint[])`)
    .where('state', '<>', 'draft')
    .orderBy('id')
    .execute();
  const cases: ApplicationDetail[] = [];
  for (const { id } of rows) cases.push(await describeApplication(context, keys, id, []));
  return cases;
}
