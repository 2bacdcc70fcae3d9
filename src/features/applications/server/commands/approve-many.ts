import { AppError } from '#core/app-error.ts';
import { fen } from '#core/money.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { ActInput } from '../../rules/application-inputs.ts';
import type { BulkApproval } from '../../rules/application-inputs.ts';
import type { BulkResult, ReasonView } from '../../rules/application-views.ts';
import { decideAct } from '../../rules/decide-act.ts';
import type { EarlierAid } from '../../rules/judge-application.ts';
import { resolveTarget } from '../../rules/resolve-target.ts';
import { judgeCase, toActGround } from '../act-ground.ts';
import { findApplications, lockApplications } from '../application-row.ts';
import type { StoredApplication } from '../application-row.ts';
import { openFundChooser } from '../choose-fund.ts';
import type { FundChooser } from '../choose-fund.ts';
import { findMinimumLiving, loadCases } from '../load-cases.ts';
import type { LoadedCase } from '../load-cases.ts';
import { lockHouseholds } from '../lock-households.ts';
import { writeActs } from '../write-acts.ts';
import type { AllowedAct } from '../write-acts.ts';

type Item = BulkApproval['items'][number];

/**
 * Approves many applications in one act: all of them, or none and one list of what speaks against each.
 * Each counts for those after it, so two of one family are judged as if one had come after the other.
 * @throws AppError `not_found` `application.unknown` when one is out of sight.
 */
export async function approveMany(context: Context, wish: BulkApproval): Promise<BulkResult> {
  const ids = [...new Set(wish.items.map(({ id }) => id))];
  await lockApplications(context, ids);
  const applications = await findApplications(context, ids);
  if (applications.length < ids.length) throw new AppError('not_found', 'application.unknown');
  await lockHouseholds(
    context,
    applications.map(({ householdId }) => householdId),
  );
  const cases = await loadCases(context, applications);
  const items = new Map(wish.items.map((item) => [item.id, item]));
  const minimumLivingFen = await findMinimumLiving(context);
  const granted = new Granted();
  const one = { opinion: wish.opinion, sourceId: wish.sourceId, minimumLivingFen };
  const funds = await openFundChooser(context, cases);
  const acts: AllowedAct[] = [];
  const refusals: BulkResult['refusals'] = [];
  for (const stored of cases) {
    const item = items.get(stored.application.id);
    if (item === undefined) continue;
    const loaded = granted.addTo(stored);
    const judged = withFund(funds, judgeOne(context, loaded, { ...one, item }));
    if (judged.reasons.length > 0) refusals.push(toRefusal(stored.application, judged.reasons));
    else acts.push(judged.act);
    granted.note(loaded, judged.act, context.now);
  }
  if (refusals.length > 0) {
    await context.record({
      subjectId: null,
      outcome: 'refused',
      after: { act: 'approve', count: cases.length, refusedCount: refusals.length },
    });
    return { approvedCount: 0, refusals };
  }
  await writeActs(context, acts);
  return { approvedCount: acts.length, refusals: [] };
}

interface One {
  readonly item: Item;
  readonly opinion: string;
  readonly sourceId: number | null;
  readonly minimumLivingFen: Parameters<typeof judgeCase>[2]['minimumLivingFen'];
}

interface Judged {
  readonly reasons: readonly ReasonView[];
  readonly act: AllowedAct;
}

/** What the rules allow still needs money; what they refuse takes none from those after it. */
function withFund(funds: FundChooser, { reasons, act }: Judged): Judged {
  const { amountFen, sourceId } = act.input;
  if (reasons.length > 0 || amountFen === null) return { reasons, act };
  const choice = funds.choose(act.loaded, { amountFen, sourceId });
  if (!choice.ok) return { reasons: choice.reasons, act };
  return { reasons, act: { ...act, input: { ...act.input, sourceId: choice.source.id } } };
}

function judgeOne(
  context: Context,
  loaded: LoadedCase,
  { item, opinion, sourceId, minimumLivingFen }: One,
): Judged {
  const { application } = loaded;
  const { proposedFen, specialReason } = application;
  const input = {
    ...BLANK,
    opinion,
    sourceId,
    amountFen: item.amountFen ?? proposedFen,
    // The desk below found it so; whoever doubts it does not approve in bulk.
    meetsConditions: true,
    specialReason,
  };
  const judged = judgeCase(loaded, input, { now: context.now, minimumLivingFen });
  const desk = { seat: 'approval' } as const;
  const ground = toActGround(context, loaded, desk, judged.judgement);
  const decision = decideAct('approve', input, ground);
  const target = resolveTarget('approve', ground) ?? {
    state: 'awaiting_payment',
    resumeState: null,
  };
  const isStale = application.version !== item.version;
  const stale = { code: 'application.changed_meanwhile', params: {} };
  return {
    reasons: isStale ? [stale] : decision.ok ? [] : decision.reasons,
    act: { loaded, input, desk, target, judged },
  };
}

const BLANK = ActInput.parse({ action: 'approve', version: 1 });

function toRefusal(
  { id, number, applicantName }: StoredApplication,
  reasons: readonly ReasonView[],
): BulkResult['refusals'][number] {
  return { id, number, applicantName, reasons: [...reasons] };
}

/** What was granted so far in this act, by family and by person. */
class Granted {
  readonly #byHousehold = new Map<number, EarlierAid[]>();
  readonly #byPerson = new Map<string, EarlierAid[]>();

  addTo(loaded: LoadedCase): LoadedCase {
    const { application, facts, personIndex } = loaded;
    const ofFamily = this.#byHousehold.get(application.householdId ?? 0) ?? [];
    const ofPerson = personIndex === null ? [] : (this.#byPerson.get(personIndex) ?? []);
    const all = new Set([...ofFamily, ...ofPerson]);
    if (all.size === 0) return loaded;
    const added = [...all].map((aid) => ({
      ...aid,
      isSameHousehold: ofFamily.includes(aid),
      isSamePerson: ofPerson.includes(aid),
    }));
    return { ...loaded, facts: { ...facts, earlierAid: [...facts.earlierAid, ...added] } };
  }

  note({ application, personIndex }: LoadedCase, { input }: AllowedAct, now: Date): void {
    const { number, aidType, roundIndex, eventId, householdId } = application;
    const aid: EarlierAid = {
      number,
      aidType,
      roundIndex,
      eventId,
      amountFen: input.amountFen ?? fen(0),
      approvedOn: toChinaDay(now),
      isSameHousehold: true,
      isSamePerson: true,
    };
    push(this.#byHousehold, householdId ?? 0, aid);
    if (personIndex !== null) push(this.#byPerson, personIndex, aid);
  }
}

function push<Key>(lists: Map<Key, EarlierAid[]>, key: Key, aid: EarlierAid): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [aid]);
  else list.push(aid);
}
