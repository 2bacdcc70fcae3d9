import { sql } from 'kysely';

import { maskIdentityNumber } from '#core/mask-personal.ts';
import { fen } from '#core/money.ts';
import { oneOf } from '#core/one-of.ts';
import { suggestAmount, suggestedFen } from '#features/policies/rules/suggest-amount.ts';
import type { Context } from '#platform/context.ts';

import { EVENT_KINDS } from '../rules/application-inputs.ts';
import type { ApplicationFacts } from '../rules/application-inputs.ts';
import type {
  ActView,
  ApplicationDetail,
  EventView,
  Judgement,
  PaperView,
  StepView,
  SuggestionView,
} from '../rules/application-views.ts';
import { decideStanding, findContestEnd } from '../rules/decide-act.ts';
import { toRound } from '../rules/judge-application.ts';
import type { EarlierAid } from '../rules/judge-application.ts';
import { listPapers } from '../rules/list-papers.ts';
import { isOpenState } from '../rules/states.ts';
import { ACTIONS } from '../rules/transitions.ts';
import { judgeCase, toActGround } from './act-ground.ts';
import type { Desk } from './act-ground.ts';
import { openFacts } from './application-keys.ts';
import type { ApplicationKeys } from './application-keys.ts';
import { getApplication } from './application-row.ts';
import { listConsents, listPaperFiles, listRecusals } from './case-records.ts';
import { findSeats } from './find-seats.ts';
import { listSteps } from './list-steps.ts';
import { findMinimumLiving, loadCase } from './load-cases.ts';
import type { LoadedCase } from './load-cases.ts';
import { readApplicationRows } from './read-application-rows.ts';

/** Everything about an application for who reads it, with the acts open to the reader's desks. */
export async function getApplicationDetail(
  context: Context,
  keys: ApplicationKeys,
  id: number,
): Promise<ApplicationDetail> {
  const application = await getApplication(context, id);
  const seats = await findSeats(context, application.unionId);
  return describeApplication(
    context,
    keys,
    id,
    seats.map((seat) => ({ seat })),
  );
}

/** The same with the desks told: a worker has one, for the own case. */
export async function describeApplication(
  context: Context,
  keys: ApplicationKeys,
  id: number,
  desks: readonly Desk[],
): Promise<ApplicationDetail> {
  const application = await getApplication(context, id);
  const loaded = await loadCase(context, application);
  const [row] = await readApplicationRows(context, [id]);
  if (row === undefined) throw new Error('an application lost its row');
  const steps = (await listSteps(context, [id])).get(id) ?? [];
  const facts = openFacts(keys, id, application.factsSecret);
  const ground = toActGround(context, loaded, { seat: 'filing' }, null);
  const isUndecided = isOpenState(application.state) || application.state === 'draft';
  return {
    ...row,
    personId: application.personId,
    identityNumber: await findIdentity(context, keys, application.personId),
    facts,
    specialReason: application.specialReason,
    event: await findEvent(context, application.eventId),
    policyTitle: loaded.policy.title,
    judgement: isUndecided ? await judgeNow(context, loaded, steps) : null,
    suggestion: isUndecided ? await suggest(context, loaded, facts) : null,
    steps,
    papers: await listCasePapers(context, loaded),
    consents: await listConsents(context, id),
    recusals: await listRecusals(context, id),
    history: loaded.facts.earlierAid.map(toHistory),
    acts: desks.flatMap((desk) => listActs(context, loaded, desk)),
    reexaminationUntil: application.state === 'refused' ? findContestEnd(ground) : null,
  };
}

function toHistory(aid: EarlierAid): ApplicationDetail['history'][number] {
  const { number, aidType, roundIndex, amountFen, approvedOn } = aid;
  const { isSameHousehold, isSamePerson } = aid;
  const round = roundIndex === null ? null : toRound(roundIndex);
  return { number, aidType, round, amountFen, approvedOn, isSameHousehold, isSamePerson };
}

/** What the state and the tier rule out is not offered; what else speaks against an act is told. */
function listActs(context: Context, loaded: LoadedCase, desk: Desk): ActView[] {
  const ground = toActGround(context, loaded, desk, null);
  return ACTIONS.flatMap((action): ActView[] => {
    const decision = decideStanding(action, ground);
    if (decision.ok) return [{ action, route: desk.seat, reasons: [] }];
    const isFar = decision.reasons.some(({ code }) => FAR.has(code));
    return isFar ? [] : [{ action, route: desk.seat, reasons: [...decision.reasons] }];
  });
}

const FAR: ReadonlySet<string> = new Set([
  'application.wrong_state',
  'application.not_your_tier',
  'application.not_overdue',
  'application.no_higher_tier',
  'application.no_lower_tier',
  'application.program_only',
]);

async function judgeNow(
  context: Context,
  loaded: LoadedCase,
  steps: readonly StepView[],
): Promise<Judgement> {
  const { proposedFen, requestedFen, specialReason } = loaded.application;
  const found = steps.findLast((step) => step.meetsConditions !== null)?.meetsConditions;
  // Until a desk has looked, the family is taken to be as it says; the page tells so.
  const meetsConditions = found ?? true;
  const finding = { amountFen: proposedFen ?? requestedFen, meetsConditions, specialReason };
  const minimumLivingFen = await findMinimumLiving(context);
  return judgeCase(loaded, finding, { now: context.now, minimumLivingFen }).judgement;
}

async function suggest(
  context: Context,
  { application, policy }: LoadedCase,
  { selfPaidFen }: ApplicationFacts,
): Promise<SuggestionView | null> {
  const { aidClass, householdId } = application;
  if (aidClass === null) return null;
  const household = await context.transaction
    .selectFrom('households')
    .select('netMonthlyFen')
    .where('id', '=', householdId ?? 0)
    .executeTakeFirst();
  const net = household?.netMonthlyFen ?? null;
  const facts = {
    aidClass,
    netMonthlyFen: net === null ? null : fen(net),
    minimumLivingFen: await findMinimumLiving(context),
    selfPaidFen: selfPaidFen === null ? null : fen(selfPaidFen),
  };
  const suggestion = suggestAmount(facts, policy);
  const { minFen, maxFen } = suggestion;
  const { netMonthlyFen, minimumLivingFen } = facts;
  return { amountFen: suggestedFen(suggestion), minFen, maxFen, netMonthlyFen, minimumLivingFen };
}

async function listCasePapers(
  context: Context,
  { application, policy }: LoadedCase,
): Promise<PaperView[]> {
  const files = await listPaperFiles(context, application.id);
  const asked = listPapers(policy, application.aidClass);
  // What was filed under a class that was chosen before stays in sight.
  const others = policy.papers.filter(
    (paper) => !asked.includes(paper) && files.some((file) => file.paper === paper.code),
  );
  return [...asked, ...others.map((paper) => ({ ...paper, isRequired: false }))].map(
    ({ code, name, isRequired }) => ({
      paper: code,
      name,
      isRequired,
      files: files
        .filter(({ paper }) => paper === code)
        .map(({ id, fileName, mediaType }) => ({ id, fileName, mediaType })),
    }),
  );
}

async function findIdentity(
  { transaction }: Context,
  { cipher }: ApplicationKeys,
  personId: number | null,
): Promise<string | null> {
  if (personId === null) return null;
  const person = await transaction
    .selectFrom('householdPeople')
    .select('identitySecret')
    .where('id', '=', personId)
    .executeTakeFirst();
  const secret = person?.identitySecret ?? null;
  return secret === null
    ? null
    : maskIdentityNumber(cipher.decrypt(secret, `people.identity:${personId}`));
}

export async function findEvent(context: Context, id: number | null): Promise<EventView | null> {
  if (id === null) return null;
  const [event] = await selectEvents(context, sql<boolean>`id = ${id}`);
  return event ?? null;
}

/** Events of a household, the newest first. */
export function listEvents(context: Context, householdId: number): Promise<EventView[]> {
  return selectEvents(context, sql<boolean>`household_id = ${householdId}`);
}

async function selectEvents(
  { transaction }: Context,
  where: ReturnType<typeof sql<boolean>>,
): Promise<EventView[]> {
  const rows = await transaction
    .selectFrom('aidEvents')
    .select(['id', 'number', 'kind', 'happenedOn', 'description'])
    .where(where)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, kind: oneOf(EVENT_KINDS, row.kind) }));
}
