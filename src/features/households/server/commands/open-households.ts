import { sql } from 'kysely';

import { groupBy } from '#core/group-by.ts';
import { yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/database/insert-rows.ts';

import type { HouseholdClass } from '../../rules/classify-household.ts';
import type { HouseholdForm } from '../../rules/household-form.ts';
import type { FactSource } from '../../rules/words.ts';
import { loadClassify } from '../class-on.ts';
import { drawIds } from '../draw-ids.ts';
import { findDuplicates } from '../find-duplicates.ts';
import { addEvents, toVersionRows } from '../history.ts';
import type { NewEvent, NewVersion } from '../history.ts';
import { markIdentity } from '../household-keys.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { toListFacts } from '../save-form.ts';
import { giveIds, toPersonRows, writePersonRows } from '../write-people.ts';

/** A form that was checked, and why it is opened. */
export interface NewFile {
  readonly unionId: number;
  readonly form: HouseholdForm;
  readonly openedOn: PlainDate;
  readonly source: FactSource;
  readonly reason: string;
  readonly document?: string | null | undefined;
  /** Split off from that file, from these rows of its people in the order of the form. */
  readonly splitFrom?: { readonly id: number; readonly personIds: readonly (number | null)[] };
  /** Of the sample district, which one command removes. */
  readonly isSample?: boolean;
}

export interface OpenedFile {
  readonly id: number;
  readonly fileNumber: string;
  /** With the ids of its people. */
  readonly form: HouseholdForm;
  readonly class: HouseholdClass;
}

/**
 * Opens files; the caller leaves the audit entries.
 * @throws AppError `conflict` `household.person_in_other_file` for somebody who is in another open file.
 */
export async function openHouseholds(
  context: Context,
  keys: HouseholdKeys,
  files: readonly NewFile[],
): Promise<OpenedFile[]> {
  const opened = await writeFiles(context, keys, files);
  await findDuplicates(context, keys, { householdIds: opened.map(({ id }) => id) });
  return opened;
}

/** The same, some hundred in one go: the caller looks for duplicates when all of them are there. */
export async function writeFiles(
  context: Context,
  keys: HouseholdKeys,
  files: readonly NewFile[],
): Promise<OpenedFile[]> {
  const classify = await loadClassify(context);
  const forms = await giveIds(
    context,
    files.map(({ form }) => form),
  );
  const ids = await drawIds(context.transaction, 'households', files.length);
  const known = await listKnownIdentities(context, keys, forms);
  const numbers = await takeNumbers(context, files);
  const drafts = files.map((file, place): Draft => {
    const form = forms[place] ?? file.form;
    const judged = classify(form, file.openedOn);
    const isKnownEligible = identitiesOf(keys, form).some((mark) => known.has(mark));
    const fileNumber = numbers[place] ?? '';
    return { ...file, id: ids[place] ?? 0, fileNumber, form, class: judged, isKnownEligible };
  });
  await writeDrafts(context, keys, drafts);
  return drafts;
}

/** Rows are sealed and marked while the database writes those before them: both take as long. */
async function writeDrafts(
  context: Context,
  keys: HouseholdKeys,
  drafts: readonly Draft[],
): Promise<void> {
  const { transaction } = context;
  const ids = await drawIds(transaction, 'household_versions', drafts.length);
  const people = await meanwhile(insertHouseholds(context, drafts), () =>
    drafts.flatMap(({ id: householdId, unionId, form, splitFrom }) =>
      toPersonRows(keys, { householdId, unionId, form, cameFrom: splitFrom?.personIds }),
    ),
  );
  const versions = await meanwhile(writePersonRows(context, people), () =>
    toVersionRows(context, keys, { versions: drafts.map(toVersion), ids }),
  );
  await insertRows(transaction, { table: 'householdVersions', rows: versions });
  await addEvents(context, drafts.map(toEvent));
}

/** Work is done while the statement that was sent is under way. */
async function meanwhile<Made>(sent: Promise<void>, work: () => Made): Promise<Made> {
  const [made] = await Promise.all([Promise.resolve().then(work), sent]);
  return made;
}

interface Draft extends NewFile, OpenedFile {
  readonly form: HouseholdForm;
  readonly isKnownEligible: boolean;
}

async function insertHouseholds({ transaction }: Context, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.map((draft) => {
    const { id, unionId, fileNumber, openedOn, isKnownEligible, isSample = false } = draft;
    const facts = toListFacts(draft.form, draft.class);
    return {
      id,
      unionId,
      fileNumber,
      openedOn,
      checkedOn: openedOn,
      isKnownEligible,
      isSample,
      ...facts,
    };
  });
  await insertRows(transaction, { table: 'households', rows });
}

function toVersion(draft: Draft): NewVersion {
  const { id, unionId, form, class: judged, source, reason, openedOn } = draft;
  const { hardshipClass } = judged;
  const version = { householdId: id, unionId, number: 1, form, hardshipClass };
  return { ...version, source, reason, validOn: openedOn };
}

function toEvent(draft: Draft): NewEvent {
  const { id, unionId, openedOn, reason, document = null, splitFrom } = draft;
  return {
    householdId: id,
    unionId,
    kind: splitFrom === undefined ? 'opened' : 'split_from',
    happenedOn: openedOn,
    reason,
    document,
    otherHouseholdId: splitFrom?.id ?? null,
    versionNumber: 1,
  };
}

/** Archive numbers in the order of the files. */
async function takeNumbers({ transaction }: Context, files: readonly NewFile[]): Promise<string[]> {
  const numbers: string[] = files.map(() => '');
  const groups = [
    ...groupBy([...files.keys()], (place) => {
      const file = files[place];
      return file === undefined ? '' : `${file.unionId} ${yearOf(file.openedOn)}`;
    }),
  ];
  const keys = groups.map(([key]) => key.split(' ').map(Number));
  // Counters in one order, so that no two transactions wait for each other.
  const { rows } = await sql<{ number: string; group: number; serial: number }>`
    select taken.number, wanted.place::int as group, taken.serial::int
    from (select * from unnest(${sql.val(keys.map(([unionId]) => unionId))}::int[],
        ${sql.val(keys.map(([, year]) => year))}::int[],
        ${sql.val(groups.map(([, members]) => members.length))}::int[])
      with ordinality as one (union_id, year, amount, place) order by union_id, year) as wanted
    cross join lateral take_file_numbers(wanted.union_id, wanted.year, wanted.amount)
      with ordinality as taken (number, serial)`.execute(transaction);
  for (const { number, group, serial } of rows) {
    const place = groups[group - 1]?.[1][serial - 1];
    if (place !== undefined) numbers[place] = number;
  }
  return numbers;
}

/** Marks of the people who stand on a low-income list of civil affairs in sight. */
async function listKnownIdentities(
  { transaction }: Context,
  keys: HouseholdKeys,
  forms: readonly HouseholdForm[],
): Promise<ReadonlySet<string>> {
  const marks = forms.flatMap((form) => identitiesOf(keys, form));
  const rows = await transaction
    .selectFrom('civilAffairsEntries')
    .select('identityIndex')
    .where(sql<boolean>`identity_index = any(${sql.val(marks)}::text[])`)
    .execute();
  return new Set(rows.map(({ identityIndex }) => identityIndex));
}

function identitiesOf({ blindIndex }: HouseholdKeys, { people }: HouseholdForm): string[] {
  return people.flatMap(({ identityNumber }) =>
    identityNumber === null ? [] : [markIdentity(blindIndex, identityNumber)],
  );
}
