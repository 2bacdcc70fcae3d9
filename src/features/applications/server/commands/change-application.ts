import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { ApplicationChange } from '../../rules/application-inputs.ts';
import type { ApplicationState } from '../../rules/states.ts';
import { sealFacts } from '../application-keys.ts';
import type { ApplicationKeys } from '../application-keys.ts';
import { getForChange } from '../application-row.ts';
import type { StoredApplication } from '../application-row.ts';
import { toColumns, toNoted } from './create-application.ts';

const EDITABLE: ReadonlySet<ApplicationState> = new Set<ApplicationState>([
  'draft',
  'returned',
  'supplementing',
]);

/**
 * Changes what an application wishes, while it lies with the applicant.
 * @throws AppError `not_found`, `conflict` `application.changed_meanwhile`, `application.not_editable`.
 */
export async function changeApplication(
  context: Context,
  keys: ApplicationKeys,
  { id, change: { version, ...wish } }: { readonly id: number; readonly change: ApplicationChange },
): Promise<void> {
  const application = await getEditable(context, { id, version });
  const { householdId, unionId } = application;
  const columns = await toColumns(context, { householdId, unionId, wish });
  await context.transaction
    .updateTable('applications')
    .set({ ...columns, factsSecret: sealFacts(keys, id, wish.facts), version: version + 1 })
    .where('id', '=', id)
    .execute();
  const { aidType, aidClass, requestedFen } = application;
  await context.record({
    action: 'application.changed',
    subject: 'application',
    subjectId: id,
    unionId,
    before: { aidType, aidClass, requestedFen },
    after: toNoted(wish),
  });
}

/** @throws AppError `not_found`, `conflict` `application.changed_meanwhile`, `application.not_a_draft`. */
export async function removeDraft(
  context: Context,
  wanted: { readonly id: number; readonly version: number },
): Promise<void> {
  const { id, state, unionId, number, householdId } = await getForChange(context, wanted);
  if (state !== 'draft') throw new AppError('conflict', 'application.not_a_draft');
  const { transaction } = context;
  await transaction.deleteFrom('applications').where('id', '=', id).execute();
  await transaction
    .deleteFrom('storedFiles')
    .where('subject', '=', 'application')
    .where('subjectId', '=', String(id))
    .execute();
  await context.record({
    action: 'application.draft_removed',
    subject: 'application',
    subjectId: id,
    unionId,
    before: { number, householdId },
  });
}

/** @throws AppError `not_found`, `conflict` `application.changed_meanwhile`, `application.not_editable`. */
export async function getEditable(
  context: Context,
  wanted: { readonly id: number; readonly version: number },
): Promise<StoredApplication> {
  const application = await getForChange(context, wanted);
  if (!EDITABLE.has(application.state)) throw new AppError('conflict', 'application.not_editable');
  return application;
}
