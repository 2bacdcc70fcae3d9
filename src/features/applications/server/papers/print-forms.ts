import { toString as toQrSvg } from 'qrcode';

import { AppError } from '#core/app-error.ts';
import { day } from '#core/plain-date.ts';
import { readHouseholdFile } from '#features/households/server/commands/read-household-file.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { getPolicyVersion } from '#features/policies/server/commands/load-policy.ts';
import type { Context } from '#platform/context.ts';

import { renderApprovalForms } from '../../documents/approval-form.ts';
import type { ApprovalForm, FormFamily } from '../../documents/approval-form.ts';
import type { ApplicationRow } from '../../rules/application-views.ts';
import { findEvent } from '../application-detail.ts';
import { openFacts } from '../application-keys.ts';
import type { ApplicationKeys } from '../application-keys.ts';
import { findApplications } from '../application-row.ts';
import type { StoredApplication } from '../application-row.ts';
import { mayReadFamilies } from '../find-seats.ts';
import { listSteps } from '../list-steps.ts';
import { readApplicationRows } from '../read-application-rows.ts';
import { findPrintMark } from './print-mark.ts';

/**
 * Approval forms in the order of the ids, one PDF.
 * @throws AppError `not_found` `application.unknown` when one of them is out of sight.
 */
export async function printForms(
  context: Context,
  keys: ApplicationKeys,
  ids: readonly number[],
): Promise<Buffer> {
  const forms = await readForms(context, keys, ids);
  await context.recordAll(
    forms.map(({ application: { id, unionId, number } }) => ({
      subjectId: id,
      unionId,
      after: { number, count: forms.length },
    })),
  );
  return Buffer.from(renderApprovalForms(forms, await findPrintMark(context)));
}

async function readForms(
  context: Context,
  keys: ApplicationKeys,
  ids: readonly number[],
): Promise<ApprovalForm[]> {
  const stored = await findApplications(context, ids);
  if (stored.length < ids.length) throw new AppError('not_found', 'application.unknown');
  const rows = new Map((await readApplicationRows(context, ids)).map((row) => [row.id, row]));
  const steps = await listSteps(context, ids);
  const policies = await loadPolicies(context, stored);
  const isWithFamily = await mayReadFamilies(context);
  const forms: ApprovalForm[] = [];
  for (const application of stored) {
    const { id, aidClass, policyVersionId } = application;
    const row = rows.get(id);
    if (row === undefined) throw new Error('an application lost its row');
    const policy = policies.get(policyVersionId ?? 0);
    forms.push({
      application: row,
      className: aidClass === null ? null : (policy?.classes[aidClass].name ?? null),
      steps: steps.get(id) ?? [],
      family: isWithFamily ? await readFamily(context, keys, application, row) : null,
      qrSvg: await toQrSvg(row.number, { type: 'svg', margin: 0 }),
    });
  }
  return forms;
}

async function readFamily(
  context: Context,
  keys: ApplicationKeys,
  { id, personId, householdId, eventId, factsSecret }: StoredApplication,
  { decidedOn, applicantName }: ApplicationRow,
): Promise<FormFamily> {
  const file =
    householdId === null
      ? undefined
      : await readHouseholdFile(context, keys, {
          id: householdId,
          asOf: decidedOn === null ? null : day(decidedOn),
        });
  const people = file?.form.people ?? [];
  return {
    facts: openFacts(keys, id, factsSecret),
    event: await findEvent(context, eventId),
    file:
      file === undefined
        ? null
        : {
            form: file.form,
            class: file.class,
            person:
              people.find((person) => person.id === personId) ??
              people.find(({ name }) => name === applicantName),
          },
  };
}

/** The rules that each case was judged by; a draft has none yet. */
async function loadPolicies(
  { transaction }: Context,
  applications: readonly StoredApplication[],
): Promise<ReadonlyMap<number, PolicyVersion>> {
  const policies = new Map<number, PolicyVersion>();
  for (const { policyVersionId } of applications) {
    if (policyVersionId === null || policies.has(policyVersionId)) continue;
    policies.set(policyVersionId, await getPolicyVersion(transaction, policyVersionId));
  }
  return policies;
}
