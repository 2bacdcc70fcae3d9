import type { Fen } from '#core/money.ts';
import type { AidFacts } from '#features/policies/rules/aid-decision.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { Judgement } from '../rules/application-views.ts';
import type { ActGround } from '../rules/decide-act.ts';
import { judgeApplication, toAidFacts, toJudgement } from '../rules/judge-application.ts';
import type { Finding } from '../rules/judge-application.ts';
import type { Seat } from '../rules/tiers.ts';
import type { LoadedCase } from './load-cases.ts';

export interface Desk {
  readonly seat: Seat;
  /** The worker's own act; the program's at the end of a notice. */
  readonly as?: 'own' | 'program';
}

/** What an act on a case is decided by; `judgement` is null for acts that the rules do not judge. */
export function toActGround(
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  loaded: LoadedCase,
  { seat, as: doer }: Desk,
  judgement: Judgement | null,
): ActGround {
  const { application, policy, isRelative } = loaded;
  const { accountId } = actor;
  const { state, resumeState, tiers, aidType, aidClass, dueOn, isReexamined } = application;
  return {
    state,
    resumeState,
    tiers,
    aidType,
    aidClass,
    dueOn,
    isReexamined,
    policy,
    seat,
    judgement,
    today: toChinaDay(now),
    actor: doer === 'program' || accountId === null ? 'program' : { accountId, isRelative },
    isOwnCase: doer === 'own',
    earlierActors: loaded.earlierActors,
    refusal: loaded.refusal,
    isGoods: aidType === '实物慰问',
    isHouseholdOpen: loaded.isHouseholdOpen,
    missingPapers: loaded.missingPapers,
    missingConsents: loaded.missingConsents,
    openObjectionCount: loaded.openObjectionCount,
    noticeEndsOn: loaded.noticeEndsOn,
  };
}

/** What the rules say to a case with a finding of today. */
export function judgeCase(
  { facts, policy }: LoadedCase,
  finding: Finding,
  { now, minimumLivingFen }: { readonly now: Date; readonly minimumLivingFen: Fen | null },
): { readonly aidFacts: AidFacts; readonly judgement: Judgement } {
  const aidFacts = toAidFacts(facts, finding, toChinaDay(now));
  const decision = judgeApplication(aidFacts, policy, minimumLivingFen);
  return { aidFacts, judgement: toJudgement(decision) };
}
