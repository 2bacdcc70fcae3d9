import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import { compareForms } from '../rules/compare-forms.ts';
import type { PlannedHousehold } from '../rules/import-ground.ts';
import { noteOpening, noteSaving } from './audit-notes.ts';
import { writeFiles } from './commands/open-households.ts';
import type { NewFile } from './commands/open-households.ts';
import { findDuplicates } from './find-duplicates.ts';
import { addEvents } from './history.ts';
import type { NewEvent } from './history.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { lockHouseholds } from './household-row.ts';
import type { ImportedHousehold } from './read-import-ground.ts';
import { saveForms } from './save-form.ts';
import type { Saving } from './save-form.ts';

type Planned = PlannedHousehold<ImportedHousehold>;

export interface ImportWriting {
  readonly changes: readonly Planned[];
  readonly reason: string;
  readonly onProgress?: ((doneCount: number, totalCount: number) => void) | undefined;
}

/** @throws AppError `conflict` `household.changed_meanwhile`, `household.person_in_other_file`. */
export async function writeImport(
  context: Context,
  keys: HouseholdKeys,
  { changes, reason, onProgress }: ImportWriting,
): Promise<void> {
  const known = changes.flatMap((planned) => {
    const { existing } = planned;
    return existing === undefined ? [] : [{ ...planned, existing }];
  });
  const fresh = changes.filter(({ existing }) => existing === undefined);
  await lockUnchanged(context, known);
  let doneCount = 0;
  const onDone = (count: number): void => {
    doneCount += count;
    onProgress?.(doneCount, changes.length);
  };
  const householdIds = known.map(({ existing }) => existing.id);
  for (const part of toParts(known)) {
    await saveKnown(context, keys, { part, reason });
    onDone(part.length);
  }
  for (const part of toParts(fresh)) {
    householdIds.push(...(await openFresh(context, keys, { part, reason })));
    onDone(part.length);
  }
  await findDuplicates(context, keys, { householdIds });
}

/** People of one part: few statements, and yet some progress to show. */
const PEOPLE_OF_PART = 4000;

function toParts<One extends Pick<Planned, 'form'>>(households: readonly One[]): One[][] {
  const parts: One[][] = [];
  let people = PEOPLE_OF_PART;
  for (const household of households) {
    const count = household.form.people.length;
    if (people + count > PEOPLE_OF_PART) {
      parts.push([]);
      people = 0;
    }
    parts.at(-1)?.push(household);
    people += count;
  }
  return parts;
}

interface Known extends Planned {
  readonly existing: ImportedHousehold;
}

/** What was planned was planned on these versions. */
async function lockUnchanged(context: Context, known: readonly Known[]): Promise<void> {
  if (known.length === 0) return;
  const versions = await lockHouseholds(
    context,
    known.map(({ existing }) => existing.id),
  );
  if (known.every(({ existing: { id, version } }) => versions.get(id) === version)) return;
  throw new AppError('conflict', 'household.changed_meanwhile');
}

interface Part<One> {
  readonly part: readonly One[];
  readonly reason: string;
}

async function saveKnown(
  context: Context,
  keys: HouseholdKeys,
  { part, reason }: Part<Known>,
): Promise<void> {
  const savings = part.map(({ existing: household, form, validOn }): Saving => ({
    household,
    change: { form, source: 'import', reason, validOn },
  }));
  const saved = await saveForms(context, keys, savings);
  const events = saved.map(({ household, change, number }): NewEvent => ({
    householdId: household.id,
    unionId: household.unionId,
    kind: 'changed',
    happenedOn: change.validOn,
    reason,
    versionNumber: number,
  }));
  await addEvents(context, events);
  const notes = saved.map((one) => {
    const { household, change, form } = one;
    const changed = compareForms(household.form, form);
    return noteSaving({ household, change, saved: one, changed });
  });
  await context.recordAll(notes);
}

async function openFresh(
  context: Context,
  keys: HouseholdKeys,
  { part, reason }: Part<Planned>,
): Promise<number[]> {
  const files = part.map(({ unionId, form, openedOn }): NewFile => ({
    unionId,
    form,
    openedOn,
    source: 'import',
    reason,
  }));
  const opened = await writeFiles(context, keys, files);
  const notes = files.map((file, place) => {
    const one = opened[place];
    if (one === undefined) throw new Error('a file was opened and did not come back');
    return noteOpening(file, one);
  });
  await context.recordAll(notes);
  return opened.map(({ id }) => id);
}
