import { maskIdentityNumber } from '#core/mask-personal.ts';
import { oneOf } from '#core/one-of.ts';
import { APPLICATION_STATES } from '#features/applications/rules/states.ts';
import { maskAddress, maskCard, maskPhone } from '#features/households/rules/mask-form.ts';
import { AID_TYPES } from '#features/policies/rules/policy-version.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { describeOwnData, SECRET_LABELS } from '../../rules/describe-own-data.ts';
import { OWN_SECRETS } from '../../rules/own-inputs.ts';
import type { OwnData } from '../../rules/own-views.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { listOwnCorrections } from './own-corrections.ts';
import { findOwnPerson } from './own-person.ts';
import { readOwnRecords } from './own-secrets.ts';
import type { OwnSecret } from './own-secrets.ts';

type Keys = WorkerDependencies['keys'];

const MASKS: Readonly<Record<OwnSecret, (text: string) => string>> = {
  identity: maskIdentityNumber,
  phone: maskPhone,
  card: maskCard,
  address: maskAddress,
};

/** Everything kept of the person, masked. */
export async function readOwnData(context: Context, keys: Keys): Promise<OwnData> {
  const own = await findOwnPerson(context);
  const records = await readOwnRecords(context, keys, own);
  const corrections = await listOwnCorrections(context, keys);
  const { registeredAt, ...person } = own;
  const registeredOn = registeredAt === null ? null : toChinaDay(registeredAt);
  return {
    parts: describeOwnData({
      ...person,
      registeredOn,
      fileNumber: own.person?.fileNumber ?? null,
      personId: own.person?.personId ?? null,
      memberNumber: records.memberNumber,
      form: records.form,
      applications: await listCases(context),
      corrections,
    }),
    secrets: OWN_SECRETS.flatMap((field) => {
      const value = records.secrets[field];
      return value === null
        ? []
        : [{ field, label: SECRET_LABELS[field], masked: MASKS[field](value) }];
    }),
  };
}

/** One secret in full, for whose it is. Null where none is kept. */
export async function revealOwnSecret(
  context: Context,
  keys: Keys,
  field: OwnSecret,
): Promise<string | null> {
  const own = await findOwnPerson(context);
  const { secrets } = await readOwnRecords(context, keys, own);
  await context.record({
    subjectId: own.accountId,
    unionId: own.unionId,
    after: { field },
  });
  return secrets[field];
}

/** By the own rows, whatever union they lie in. */
async function listCases({ transaction, actor }: Context) {
  const rows = await transaction
    .selectFrom('applications as a')
    .select(['a.id', 'a.number', 'a.aidType', 'a.state', 'a.requestedFen', 'a.approvedFen'])
    .select(['a.appliedOn', 'a.decidedOn'])
    .select((all) => [
      all
        .selectFrom('applicationConsents as c')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('c.applicationId', '=', 'a.id')
        .as('consentCount'),
      all
        .selectFrom('applicationPapers as p')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('p.applicationId', '=', 'a.id')
        .as('paperCount'),
    ])
    .where('a.applicantAccountId', '=', actor.accountId)
    .orderBy('a.id')
    .execute();
  return rows.map(({ aidType, state, consentCount, paperCount, ...row }) => ({
    ...row,
    aidType: oneOf(AID_TYPES, aidType),
    state: oneOf(APPLICATION_STATES, state),
    consentCount: consentCount ?? 0,
    paperCount: paperCount ?? 0,
  }));
}
