import { fen } from '#core/money.ts';
import { addDays } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { CONSENT_KINDS } from '#features/applications/rules/application-inputs.ts';
import { findClockDays, moveClock } from '#features/applications/rules/clock.ts';
import type { Clock } from '#features/applications/rules/clock.ts';
import { CONSENT_TEXT_VERSION } from '#features/applications/rules/consent-texts.ts';
import { resolveTarget } from '#features/applications/rules/resolve-target.ts';
import type { Standing } from '#features/applications/rules/tiers.ts';
import { TRANSITIONS } from '#features/applications/rules/transitions.ts';
import { sealFacts } from '#features/applications/server/application-keys.ts';
import { findPolicyInForce } from '#features/policies/server/commands/load-policy.ts';
import type { LoadedPolicy } from '#features/policies/server/commands/load-policy.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/database/insert-rows.ts';

import type { Services } from '../services.ts';
import { addSamplePapers } from './add-sample-papers.ts';
import { drawIds } from './draw-ids.ts';
import { OPEN_WAYS, SIGNERS } from './open-cases.ts';
import type { OpenStep } from './open-cases.ts';
import type { OpenedSample } from './seed-households.ts';

const AMOUNT_FEN = fen(1500_00);
const OPINION = '情况属实，同意（样例）';

/** Open cases of today for families near the sample's staff, so that every desk has something to do. */
export async function seedOpenCases(
  context: Context,
  { cipher, files }: Pick<Services, 'cipher' | 'files'>,
  families: readonly OpenedSample[],
): Promise<void> {
  const { transaction, now } = context;
  const today = toChinaDay(now);
  const policy = await findPolicyInForce(transaction, today);
  if (policy === undefined) return;
  const people = await listSigners(context);
  const ids = await drawIds(transaction, 'applications', OPEN_WAYS.length);
  const eventIds = await drawIds(transaction, 'aid_events', OPEN_WAYS.length);
  const cases = OPEN_WAYS.flatMap((way, place) => {
    const [family, id, eventId] = [families[place], ids[place], eventIds[place]];
    if (family === undefined || id === undefined || eventId === undefined) return [];
    return [
      { id, eventId, family, ...walk(way, { today, policy }), people, year: today.slice(0, 4) },
    ];
  });
  await insertRows(transaction, {
    table: 'aidEvents',
    rows: cases.map((one) => toEvent(one, today)),
  });
  await insertRows(transaction, {
    table: 'applications',
    rows: cases.map((one) => ({
      ...toColumns(one),
      policyVersionId: policy.id,
      factsSecret: sealFacts({ cipher }, one.id, FACTS),
    })),
  });
  await insertRows(transaction, { table: 'applicationSteps', rows: cases.flatMap(toSteps) });
  await insertRows(transaction, { table: 'applicationConsents', rows: cases.flatMap(toConsents) });
  await addSamplePapers(context, { files, policy: policy.version, cases });
}

interface Signer {
  readonly id: number;
  readonly name: string;
  readonly unionName: string;
}

interface OpenCase extends Walked {
  readonly id: number;
  readonly eventId: number;
  readonly family: OpenedSample;
  readonly people: ReadonlyMap<string, Signer>;
  readonly year: string;
}

interface Walked {
  readonly steps: readonly (OpenStep & {
    readonly from: string;
    readonly to: string;
    readonly on: PlainDate;
  })[];
  readonly standing: Standing;
  readonly clock: Clock;
  readonly warnOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly appliedOn: PlainDate | null;
  readonly receivedOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
}

const EMERGENCY = { aidType: '紧急救助', aidClass: 'E1b' } as const;

/** The state, days and clock that a way leads to, by the rules of the flow themselves. */
function walk(
  way: readonly OpenStep[],
  { today, policy }: { readonly today: PlainDate; readonly policy: LoadedPolicy },
): Walked {
  let standing: Standing = {
    state: 'draft',
    resumeState: null,
    tiers: ['grassroots', 'town', 'district'],
  };
  let clock: Clock = { enteredOn: addDays(today, -(way[0]?.daysAgo ?? 0)), spentDays: 0 };
  const { version } = policy;
  const steps = way.map((step) => {
    const on = addDays(today, -step.daysAgo);
    const target = resolveTarget(step.action, { ...standing, ...EMERGENCY, policy: version });
    if (target === undefined) throw new Error(`${step.action} leads nowhere`);
    const after = { ...standing, ...target };
    clock = moveClock(clock, { before: standing, after }, on);
    const from = standing.state;
    standing = after;
    return { ...step, from, to: target.state, on };
  });
  const appliedOn = steps[0]?.on ?? null;
  const ground = { ...standing, ...clock, ...EMERGENCY, appliedOn, policy: version };
  const { warnOn, dueOn } = findClockDays(ground);
  const receivedOn = steps.find(({ to }) => to === 'district_review')?.on ?? null;
  const decidedOn = steps.find(({ action }) => action === 'refuse')?.on ?? null;
  return { steps, standing, clock, warnOn, dueOn, appliedOn, receivedOn, decidedOn };
}

function toEvent({ eventId, family }: OpenCase, today: PlainDate) {
  return {
    id: eventId,
    householdId: family.opened.id,
    unionId: family.asked.unionId,
    number: `SJ${today.slice(0, 4)}${String(eventId).padStart(6, '0')}`,
    kind: 'disaster',
    happenedOn: addDays(today, -10),
    description: '样例：暴雨进水，家具电器损坏',
  };
}

function toColumns(one: OpenCase) {
  const { id, eventId, family, standing, clock, warnOn, dueOn, steps } = one;
  const head = family.opened.form.people.find(({ role }) => role === 'head');
  const isJudged = steps.some(({ action }) => TRANSITIONS[action].isJudged);
  return {
    id,
    number: `SQ${one.year}${String(id).padStart(6, '0')}`,
    unionId: family.asked.unionId,
    householdId: family.opened.id,
    personId: head?.id ?? null,
    applicantName: head?.name ?? '',
    isOnBehalf: true,
    ...EMERGENCY,
    eventId,
    requestedFen: AMOUNT_FEN,
    proposedFen: isJudged ? AMOUNT_FEN : null,
    state: standing.state,
    resumeState: standing.resumeState,
    appliedOn: one.appliedOn,
    districtReceivedOn: one.receivedOn,
    decidedOn: one.decidedOn,
    enteredOn: clock.enteredOn,
    spentDays: clock.spentDays,
    warnOn,
    dueOn,
    isSample: true,
  };
}

function toSteps({ id, family, steps, people }: OpenCase) {
  return steps.map(({ action, by, from, to, on }, place) => {
    const { duty, username } = SIGNERS[by];
    const signer = people.get(username);
    const isJudged = TRANSITIONS[action].isJudged;
    return {
      applicationId: id,
      unionId: family.asked.unionId,
      number: place + 1,
      action,
      fromState: from,
      toState: to,
      duty,
      opinion: TRANSITIONS[action].needsOpinion ? (OPINIONS[action] ?? OPINION) : null,
      amountFen: isJudged ? AMOUNT_FEN : null,
      meetsConditions: isJudged ? true : null,
      detail:
        action === 'ask_supplement'
          ? { papers: ['disaster_proof'], note: '请补充受灾照片（样例）' }
          : null,
      actorId: signer?.id ?? null,
      actorName: signer?.name ?? '样例经办',
      actorUnion: signer?.unionName ?? '',
      happenedOn: on,
      happenedAt: `${on}T10:00:00+08:00`,
    };
  });
}

const OPINIONS: Readonly<Record<string, string>> = {
  refuse: '家庭收入高于规定标准，不予救助（样例）',
  ask_supplement: '缺少受灾照片，请补正（样例）',
  start_visit: '安排两人入户核查（样例）',
  start_check: '请民政部门核对家庭经济状况（样例）',
};

function toConsents({ id, family, appliedOn }: OpenCase) {
  const name = family.opened.form.people.find(({ role }) => role === 'head')?.name ?? '';
  return appliedOn === null
    ? []
    : CONSENT_KINDS.map((kind) => ({
        applicationId: id,
        unionId: family.asked.unionId,
        kind,
        textVersion: CONSENT_TEXT_VERSION,
        givenBy: name,
        givenAt: `${appliedOn}T10:00:00+08:00`,
      }));
}

async function listSigners({ transaction }: Context): Promise<ReadonlyMap<string, Signer>> {
  const rows = await transaction
    .selectFrom('accounts as a')
    .innerJoin('unions as u', 'u.id', 'a.unionId')
    .select(['a.id', 'a.username', 'a.displayName as name', 'u.name as unionName'])
    .where('a.isSample', '=', true)
    .execute();
  return new Map(rows.map(({ username, ...signer }) => [username, signer]));
}

const FACTS = {
  story: '样例：住房进水，生活困难',
  illness: null,
  selfPaidFen: null,
  aidElsewhere: null,
  relativesInUnion: null,
};
