import { AppError } from '#core/app-error.ts';
import { maskIdentityNumber } from '#core/mask-personal.ts';
import { seeingUnion } from '#features/accounts/server/commands/seeing-union.ts';
import { CONSENT_NAMES, EVENT_KIND_NAMES } from '#features/applications/messages.ts';
import { CONSENT_KINDS, EVENT_KINDS } from '#features/applications/rules/application-inputs.ts';
import { CONSENT_TEXTS, CONSENT_TEXT_VERSION } from '#features/applications/rules/consent-texts.ts';
import { toRound } from '#features/applications/rules/judge-application.ts';
import { listFamilyEvents } from '#features/applications/server/commands/own-case.ts';
import { maskPhone } from '#features/households/rules/mask-form.ts';
import { toCitationText } from '#features/policies/messages.ts';
import { toQuarter, toQuarterIndex } from '#features/policies/rules/neighbouring-quarters.ts';
import { AID_CLASSES } from '#features/policies/rules/policy-version.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { findPolicyInForce } from '#features/policies/server/commands/load-policy.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { OwnOptions, OwnProfile } from '../../rules/own-views.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { findOwnPerson } from './own-person.ts';
import { readOwnRecords } from './own-secrets.ts';

export async function getOwnProfile(
  context: Context,
  { keys }: Pick<WorkerDependencies, 'keys'>,
): Promise<OwnProfile> {
  const own = await findOwnPerson(context);
  const { accountId, name, username, unionId, person, registeredAt } = own;
  const { memberNumber, secrets } = await readOwnRecords(context, keys, own);
  const { unionName, contact } = await readUnion(context, keys, unionId);
  return {
    accountId,
    name,
    username,
    unionName,
    contact,
    memberNumber,
    phone: secrets.phone === null ? null : maskPhone(secrets.phone),
    identityNumber: secrets.identity === null ? null : maskIdentityNumber(secrets.identity),
    fileNumber: person?.fileNumber ?? null,
    registeredOn: registeredAt === null ? null : toChinaDay(registeredAt),
  };
}

/** Whom of the own union to ask. */
function readUnion(
  context: Context,
  { cipher }: WorkerDependencies['keys'],
  unionId: number,
): Promise<Pick<OwnProfile, 'unionName' | 'contact'>> {
  return seeingUnion(context, unionId, async ({ transaction }) => {
    const { name, contactName, contactPhoneSecret } = await transaction
      .selectFrom('unions')
      .select(['name', 'contactName', 'contactPhoneSecret'])
      .where('id', '=', unionId)
      .executeTakeFirstOrThrow();
    if (contactName === null || contactPhoneSecret === null) {
      return { unionName: name, contact: null };
    }
    const phone = cipher.decrypt(contactPhoneSecret, `unions.contact_phone:${unionId}`);
    return { unionName: name, contact: { name: contactName, phone } };
  });
}

/** @throws AppError `conflict` `application.no_policy`. */
export async function getOwnOptions(
  context: Context,
  { maxFileBytes }: { readonly maxFileBytes: number },
): Promise<OwnOptions> {
  const { unionId, person } = await findOwnPerson(context);
  const today = toChinaDay(context.now);
  const policy = await findPolicyInForce(context.transaction, today);
  if (policy === undefined) throw new AppError('conflict', 'application.no_policy');
  const events =
    person === undefined
      ? []
      : await seeingUnion(context, unionId, (seeing) =>
          listFamilyEvents(seeing, person.householdId),
        );
  const quarter = toQuarterIndex(toQuarter(today));
  return {
    ...describePolicy(policy.version),
    rounds: [quarter, quarter + 1].map(toRound),
    events,
    eventKinds: EVENT_KINDS.map((kind) => ({ kind, name: EVENT_KIND_NAMES[kind] })),
    consents: {
      textVersion: CONSENT_TEXT_VERSION,
      items: CONSENT_KINDS.map((kind) => ({
        kind,
        name: CONSENT_NAMES[kind],
        text: CONSENT_TEXTS[kind],
      })),
    },
    maxFileBytes,
    needsFamilyForm: person === undefined,
  };
}

function describePolicy({
  title,
  classes,
  papers,
}: PolicyVersion): Pick<OwnOptions, 'policyTitle' | 'classes' | 'papers'> {
  return {
    policyTitle: title,
    classes: AID_CLASSES.map((code) => {
      const { aidType, name, minFen, maxFen, citation } = classes[code];
      return { code, aidType, name, minFen, maxFen, citation: toCitationText(citation) };
    }),
    papers: papers.map(({ code, name, isRequired, classes: asked }) => ({
      paper: code,
      name,
      isRequired,
      classes: [...asked],
    })),
  };
}
