import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import type { PlainDate } from '#core/plain-date.ts';
import {
  actOnOwnCase,
  giveHousehold,
  readStory,
} from '#features/applications/server/commands/own-case.ts';
import { createHousehold } from '#features/households/server/commands/create-household.ts';
import { classifyForm } from '#features/households/server/commands/person-on-file.ts';
import { addNotice } from '#features/notices/server/commands.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { WORKER_NOTICE_TEXTS } from '../../messages.ts';
import type { FamilyFormQuery } from '../../rules/desk-inputs.ts';
import type { FamilyFormDetail, FamilyFormRow } from '../../rules/desk-views.ts';
import { findFamily, markFamily } from '../own/own-family.ts';
import type { StoredFamily } from '../own/own-family.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { beforeId, COUNTED, toPage } from './list-page.ts';

type Keys = WorkerDependencies['keys'];

/** What waits for a file to be opened, the newest first. */
export async function listFamilyForms(
  context: Context,
  query: FamilyFormQuery,
): Promise<{ items: FamilyFormRow[]; next: string | null; total: number }> {
  const { below } = query;
  const found = selectForms(context).$if(below !== undefined, (select) =>
    select.where(
      sql<boolean>`a.union_id in (select descendant_id from union_closure where ancestor_id = ${below ?? 0})`,
    ),
  );
  const rows = await found
    .$if(query.after !== undefined, (select) => select.where('a.id', '<', beforeId(query)))
    .orderBy('a.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const { total } = await found.clearSelect().select(COUNTED).executeTakeFirstOrThrow();
  return toPage(rows.map(toRow), query, total);
}

function selectForms({ transaction }: Context) {
  return transaction
    .selectFrom('applicationFamilies as f')
    .innerJoin('applications as a', 'a.id', 'f.applicationId')
    .innerJoin('unions as u', 'u.id', 'a.unionId')
    .select(['a.id', 'a.number', 'a.unionId', 'u.name as unionName', 'a.applicantName as name'])
    .select(['a.aidType', 'a.aidClass', 'f.handedInAt'])
    .where('f.handedInAt', 'is not', null)
    .where('f.openedAt', 'is', null);
}

type StoredForm = Omit<FamilyFormRow, 'handedInOn' | 'aidType' | 'aidClass'> & {
  readonly aidType: string;
  readonly aidClass: string | null;
  readonly handedInAt: Date | null;
};

function toRow({ handedInAt, aidType, aidClass, ...row }: StoredForm): FamilyFormRow {
  if (handedInAt === null) throw new Error('a form that waits was handed in');
  return {
    ...row,
    aidType: oneOf(AID_TYPES, aidType),
    aidClass: oneOfOrNull(AID_CLASSES, aidClass),
    handedInOn: toChinaDay(handedInAt),
  };
}

interface WaitingForm {
  readonly row: FamilyFormRow;
  readonly family: StoredFamily & { readonly form: NonNullable<StoredFamily['form']> };
}

/** Locked: one of two officers opens it. @throws AppError `not_found` `family_form.unknown`. */
async function getWaiting(context: Context, keys: Keys, id: number): Promise<WaitingForm> {
  const row = await selectForms(context).where('a.id', '=', id).forUpdate('f').executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'family_form.unknown');
  const family = await findFamily(context, keys, id);
  const form = family?.form ?? null;
  if (family === undefined || form === null) throw new Error('a form that waits is empty');
  return { row: toRow(row), family: { ...family, form } };
}

/** The whole form for who opens the file from it; each look is on record. */
export async function getFamilyForm(
  context: Context,
  keys: Keys,
  id: number,
): Promise<FamilyFormDetail> {
  const { row, family } = await getWaiting(context, keys, id);
  const { form } = family;
  await context.record({ subjectId: id, unionId: row.unionId, after: { number: row.number } });
  return {
    ...row,
    form,
    class: await classifyForm(context, form, toChinaDay(context.now)),
    story: await readStory(context, keys, id),
  };
}

export interface FormFiling {
  readonly id: number;
  readonly openedOn: PlainDate;
  readonly reason: string;
}

/**
 * Opens the family's file from the form and submits the application, which its applicant handed in, in the
 * applicant's name.
 * @throws AppError `not_found` `family_form.unknown`, `conflict` as opening a file and submitting do.
 */
export async function fileFamilyForm(
  context: Context,
  keys: Keys,
  { id, openedOn, reason }: FormFiling,
): Promise<{ householdId: number; fileNumber: string; applicationId: number }> {
  const { row, family } = await getWaiting(context, keys, id);
  const { unionId, number } = row;
  const filing = { unionId, form: family.form, openedOn, source: 'application', reason } as const;
  const householdId = await createHousehold(context, keys, filing);
  const { personId, fileNumber } = await getHead(context, householdId);
  await giveHousehold(context, { id, householdId, personId, event: family.event });
  await markFamily(context, family.id, { openedAt: context.now });
  const applicant = await getApplicant(context, id);
  await linkPerson(context, applicant.accountId, personId);
  const { version } = applicant;
  await actOnOwnCase(asApplicant(context, applicant), {
    id,
    version,
    action: 'submit',
    opinion: null,
  });
  await context.record({ subjectId: id, unionId, reason, after: { number, householdId } });
  await addNotice(context, WORKER_NOTICE_TEXTS, {
    accountId: applicant.accountId,
    code: 'worker.form_opened',
    params: { number },
    link: `/my/applications/${id}`,
  });
  return { householdId, fileNumber, applicationId: id };
}

interface ApplicantAccount {
  readonly accountId: number;
  readonly name: string;
  readonly unionId: number;
  readonly version: number;
}

async function getApplicant({ transaction }: Context, id: number): Promise<ApplicantAccount> {
  const { accountId, ...rest } = await transaction
    .selectFrom('applications')
    .select(['applicantAccountId as accountId', 'applicantName as name', 'unionId', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (accountId === null) throw new AppError('not_found', 'family_form.unknown');
  return { ...rest, accountId };
}

/** The step is the applicant's own, who handed it in; the log keeps who opened the file. */
function asApplicant(context: Context, { accountId, name, unionId }: ApplicantAccount): Context {
  return { ...context, actor: { ...context.actor, accountId, name, unionId } };
}

async function getHead(
  { transaction }: Context,
  householdId: number,
): Promise<{ readonly personId: number; readonly fileNumber: string }> {
  return transaction
    .selectFrom('householdPeople as p')
    .innerJoin('households as h', 'h.id', 'p.householdId')
    .select(['p.id as personId', 'h.fileNumber'])
    .where('p.householdId', '=', householdId)
    .where('p.role', '=', 'head')
    .executeTakeFirstOrThrow();
}

/** From now on the account knows its place in the file. */
async function linkPerson(context: Context, accountId: number, personId: number): Promise<void> {
  await context.transaction
    .insertInto('workerAccounts')
    .columns(['accountId', 'unionId', 'personId', 'way', 'registeredAt'])
    .expression((from) =>
      from
        .selectFrom('accounts')
        .select(['id', 'unionId'])
        .select((of) => [
          of.val(personId).as('personId'),
          of.val('invitation').as('way'),
          'createdAt as registeredAt',
        ])
        .where('id', '=', accountId),
    )
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ personId }))
    .execute();
}

/** @throws AppError `not_found` `family_form.unknown`. */
export async function returnFamilyForm(
  context: Context,
  keys: Keys,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<void> {
  const { row, family } = await getWaiting(context, keys, id);
  const { number, unionId } = row;
  const marks = { handedInAt: null, returnedAt: context.now, returnReason: reason };
  await markFamily(context, family.id, marks);
  await context.record({ subjectId: id, unionId, reason, after: { number } });
  const { accountId } = await getApplicant(context, id);
  await addNotice(context, WORKER_NOTICE_TEXTS, {
    accountId,
    code: 'worker.form_returned',
    params: { number },
    link: `/my/applications/${id}`,
  });
}
