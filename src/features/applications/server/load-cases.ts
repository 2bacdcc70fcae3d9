import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { CASE_ACTS } from '#features/accounts/rules/decide-second-act.ts';
import type { CaseAct } from '#features/accounts/rules/decide-second-act.ts';
import { classStandardsOn } from '#features/households/rules/class-standards.ts';
import { TIERS } from '#features/households/rules/words.ts';
import type { Tier } from '#features/households/rules/words.ts';
import { AID_TYPES } from '#features/policies/rules/policy-version.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import {
  findPolicyInForce,
  getPolicyVersion,
} from '#features/policies/server/commands/load-policy.ts';
import { loadSettings } from '#features/settings/server/commands/load-settings.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { CONSENT_KINDS } from '../rules/application-inputs.ts';
import type { ConsentKind } from '../rules/application-inputs.ts';
import type { CaseFacts, EarlierAid } from '../rules/judge-application.ts';
import { findMissingPapers, listPapers } from '../rules/list-papers.ts';
import type { StoredApplication } from './application-row.ts';

/** Everything about one case that its acts are decided by. */
export interface LoadedCase {
  readonly application: StoredApplication;
  readonly policy: PolicyVersion;
  readonly policyId: number;
  readonly facts: CaseFacts;
  readonly isHouseholdOpen: boolean;
  /** Archive tier of the household: some money goes to files of one tier only. */
  readonly fileTier: Tier | null;
  /** Blind index of the applicant's identity number. */
  readonly personIndex: string | null;
  readonly missingPapers: readonly string[];
  readonly missingConsents: readonly ConsentKind[];
  readonly openObjectionCount: number;
  readonly noticeEndsOn: PlainDate | null;
  readonly earlierActors: readonly { readonly accountId: number; readonly act: CaseAct }[];
  readonly refusal: { readonly accountId: number | null; readonly on: PlainDate } | null;
  readonly stepCount: number;
  readonly isRelative: boolean;
}

/** Cases as they stand, with a few statements however many they are; in the order given. */
export async function loadCases(
  context: Context,
  applications: readonly StoredApplication[],
): Promise<LoadedCase[]> {
  const rows = await selectGrounds(context, applications);
  const policies = await loadPolicies(context, applications);
  return applications.map((application) => {
    const ground = rows.get(application.id);
    const loaded = policies.get(application.policyVersionId);
    if (ground === undefined || loaded === undefined) throw new Error('a case lost its ground');
    return toCase(application, ground, loaded);
  });
}

export async function loadCase(
  context: Context,
  application: StoredApplication,
): Promise<LoadedCase> {
  const [loaded] = await loadCases(context, [application]);
  if (loaded === undefined) throw new Error('a case lost its ground');
  return loaded;
}

/** D in force today, the day of approval; null while the district has entered none. */
export async function findMinimumLiving({ transaction, now }: Context): Promise<Fen | null> {
  const today = toChinaDay(now);
  const settings = await loadSettings(transaction, today);
  return classStandardsOn(settings, today).minimumLiving?.fen ?? null;
}

interface Policy {
  readonly id: number;
  readonly version: PolicyVersion;
}

/** A draft is seen under the version of today; a submitted case keeps its own to the end. */
async function loadPolicies(
  { transaction, now }: Context,
  applications: readonly StoredApplication[],
): Promise<ReadonlyMap<number | null, Policy>> {
  const policies = new Map<number | null, Policy>();
  for (const { policyVersionId } of applications) {
    if (policies.has(policyVersionId)) continue;
    const policy =
      policyVersionId === null
        ? await findPolicyInForce(transaction, toChinaDay(now))
        : { id: policyVersionId, version: await getPolicyVersion(transaction, policyVersionId) };
    if (policy === undefined) throw new AppError('conflict', 'application.no_policy');
    policies.set(policyVersionId, policy);
  }
  return policies;
}

interface GroundRow {
  readonly id: number;
  readonly householdState: string | null;
  readonly fileTier: string | null;
  readonly isMember: boolean | null;
  readonly personIndex: string | null;
  readonly eventNumber: string | null;
  readonly papers: readonly string[];
  readonly consents: readonly string[];
  readonly earlierAid: readonly EarlierAidRow[];
  readonly actors: readonly { readonly accountId: number; readonly act: string }[];
  readonly refusal: { readonly accountId: number | null; readonly on: string } | null;
  readonly stepCount: number;
  readonly isRelative: boolean;
  readonly openObjectionCount: number;
  readonly noticeEndsOn: string | null;
}

interface EarlierAidRow {
  readonly number: string;
  readonly aidType: string;
  readonly roundIndex: number | null;
  readonly eventId: number | null;
  readonly amountFen: number;
  readonly approvedOn: string;
  readonly isSameHousehold: boolean;
  readonly isSamePerson: boolean;
}

/**
 * A relative of the applicant is who withdrew, or who bears a name of the family: a namesake is shut out
 * as well, and somebody else of the desk acts.
 */
async function selectGrounds(
  { transaction, actor }: Context,
  applications: readonly StoredApplication[],
): Promise<ReadonlyMap<number, GroundRow>> {
  const ids = applications.map(({ id }) => id);
  const { rows } = await sql<GroundRow>`
    select a.id, h.state as "householdState", h.tier as "fileTier", p.is_union_member as "isMember", p.identity_index as "personIndex",
      e.number as "eventNumber",
      coalesce((select json_agg(distinct s.paper) from application_papers s where s.application_id = a.id), '[]') as papers,
      coalesce((select json_agg(distinct c.kind) from application_consents c where c.application_id = a.id), '[]') as consents,
      coalesce((select json_agg(json_build_object('number', f.number,
          'aidType', f.aid_type, 'roundIndex', f.round_index, 'eventId', f.event_id, 'amountFen', f.amount_fen,
          'approvedOn', f.approved_on, 'isSameHousehold', f.is_same_household, 'isSamePerson', f.is_same_person)
          order by f.approved_on, f.application_id)
        from find_aid_history(a.household_id, p.identity_index) f where f.application_id <> a.id), '[]') as "earlierAid",
      coalesce((select json_agg(json_build_object('accountId', t.actor_id, 'act', t.duty))
        from application_steps t where t.application_id = a.id and t.duty is not null and t.actor_id is not null),
        '[]') as actors,
      (select json_build_object('accountId', t.actor_id, 'on', t.happened_on) from application_steps t
        where t.application_id = a.id and t.action = 'refuse' order by t.number desc limit 1) as refusal,
      (select count(*) from application_steps t where t.application_id = a.id)::int as "stepCount",
      (exists (select from application_recusals r where r.application_id = a.id and r.account_id = ${actor.accountId})
        or exists (select from household_people m
          where m.household_id = h.id and m.left_on is null and m.name = ${actor.name})) as "isRelative",
      (select count(*) from public_notice_objections o
        where o.application_id = a.id and o.answered_at is null)::int as "openObjectionCount",
      (select max(n.ends_on)::text from public_notice_entries x join public_notices n on n.id = x.notice_id
        where x.application_id = a.id and x.closed_at is null) as "noticeEndsOn"
    from applications a
    left join households h on h.id = (select find_family(a.household_id) limit 1)
    left join household_people p on p.id = a.person_id
    left join aid_events e on e.id = a.event_id
    where a.id = any(${sql.val(ids)}::bigint[])`.execute(transaction);
  return new Map(rows.map((row) => [row.id, row]));
}

function toCase(
  application: StoredApplication,
  ground: GroundRow,
  { id: policyId, version: policy }: Policy,
): LoadedCase {
  const { aidType, aidClass, roundIndex, eventId } = application;
  const present = new Set(ground.papers);
  const missingPapers = findMissingPapers(listPapers(policy, aidClass), present);
  const { refusal, noticeEndsOn } = ground;
  return {
    application,
    policy,
    policyId,
    facts: {
      aidType,
      aidClass,
      isMember: ground.isMember,
      roundIndex,
      event:
        eventId === null || ground.eventNumber === null
          ? null
          : { id: eventId, number: ground.eventNumber },
      hasRequiredPapers: missingPapers.length === 0,
      earlierAid: ground.earlierAid.map(toEarlierAid),
    },
    isHouseholdOpen: ground.householdState === 'open',
    fileTier: oneOfOrNull(TIERS, ground.fileTier),
    personIndex: ground.personIndex,
    missingPapers,
    missingConsents: CONSENT_KINDS.filter((kind) => !ground.consents.includes(kind)),
    openObjectionCount: ground.openObjectionCount,
    noticeEndsOn: noticeEndsOn === null ? null : day(noticeEndsOn),
    earlierActors: ground.actors.map(toEarlierActor),
    refusal: refusal === null ? null : { accountId: refusal.accountId, on: day(refusal.on) },
    stepCount: ground.stepCount,
    isRelative: ground.isRelative,
  };
}

function toEarlierActor({
  accountId,
  act,
}: GroundRow['actors'][number]): LoadedCase['earlierActors'][number] {
  return { accountId, act: oneOf(CASE_ACTS, act) };
}

function toEarlierAid(aid: EarlierAidRow): EarlierAid {
  return {
    ...aid,
    aidType: oneOf(AID_TYPES, aid.aidType),
    amountFen: fen(aid.amountFen),
    approvedOn: day(aid.approvedOn),
  };
}
