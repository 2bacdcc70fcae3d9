import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';

import type { AidDecision, AidFact, AidFacts, AidReason, ReasonSeverity } from './aid-decision.ts';
import {
  checkClassRange,
  checkFundSource,
  checkGoodsCap,
  checkHouseholdCap,
  checkHouseholdHardCap,
  checkPersonCap,
} from './amount-limits.ts';
import { checkNeighbouringQuarter } from './neighbouring-quarters.ts';
import { checkClassOfType, checkSameEvent } from './payment-conditions.ts';
import type { Citation, PolicyVersion } from './policy-version.ts';
import { checkQuarterlyFrequency } from './quarterly-frequency.ts';
import type { RuleBreach } from './rule-breach.ts';

type CaseBreach = Exclude<RuleBreach, { code: 'paid_before_approval' | 'identity_number' }>;

/** The application at hand, and the reasons found so far. */
interface Case {
  readonly facts: AidFacts;
  readonly policy: PolicyVersion;
  readonly minimumLivingFen: Fen | null;
  readonly reasons: AidReason[];
}

/**
 * Decides one application under a policy version and says every reason, in the order in which the
 * rules are asked. A fact that is missing refuses and is named; nothing is ever assumed.
 * `minimumLivingFen` is the monthly standard in force on the day of approval.
 */
export function decideAid(
  facts: AidFacts,
  policy: PolicyVersion,
  minimumLivingFen: Fen | null,
): AidDecision {
  const reasons: AidReason[] = [];
  const aCase = { facts, policy, minimumLivingFen, reasons };
  judgeApplicant(aCase);
  judgeClass(aCase);
  if (facts.aidType === '季度救助') judgeRounds(aCase);
  judgeEvent(aCase);
  if (facts.amountFen === null) {
    reasons.push(missing('amountFen', policy.personPerTime.citation));
  } else {
    if (facts.aidType === '实物慰问') judgeGoods(aCase, facts.amountFen);
    else judgeMoneyCaps(aCase, facts.amountFen);
    if (facts.isFundChosenAtPayment !== true) judgeSource(aCase, facts.amountFen);
  }
  const isAllowed = reasons.every(({ severity }) => severity === 'needs_approval');
  return { outcome: isAllowed ? 'allowed' : 'refused', reasons };
}

function judgeApplicant({ facts, policy, reasons }: Case): void {
  const { membership, evidence } = policy;
  const { aidClass } = facts;
  if (facts.isMember === null) reasons.push(missing('isMember', membership));
  else if (!facts.isMember) {
    reasons.push({ code: 'not_a_member', severity: 'block', citation: membership, params: {} });
  }
  const citation = aidClass === null ? membership : policy.classes[aidClass].citation;
  if (facts.meetsConditions === null) reasons.push(missing('meetsConditions', citation));
  else if (!facts.meetsConditions) {
    reasons.push({ code: 'conditions_not_met', severity: 'block', citation, params: { aidClass } });
  }
  if (facts.hasEvidence === null) reasons.push(missing('hasEvidence', evidence));
  else if (!facts.hasEvidence) {
    reasons.push({ code: 'evidence_missing', severity: 'block', citation: evidence, params: {} });
  }
}

function judgeClass({ facts, policy, reasons }: Case): void {
  const { aidType, aidClass, amountFen } = facts;
  if (aidType === null) reasons.push(missing('aidType', policy.membership));
  if (aidType === '实物慰问') return;
  if (aidClass === null) {
    reasons.push(missing('aidClass', policy.membership));
    return;
  }
  if (aidType !== null) add(reasons, checkClassOfType(aidClass, aidType, policy));
  if (amountFen !== null) add(reasons, checkClassRange(amountFen, policy.classes[aidClass]));
}

function judgeRounds({ facts, policy, reasons }: Case): void {
  const { round, earlierRounds } = facts;
  const { citation } = policy.quarterly;
  if (round === null) reasons.push(missing('round', citation));
  if (earlierRounds === null) reasons.push(missing('earlierRounds', citation));
  if (round === null || earlierRounds === null) return;
  let paidInYear = 0;
  let neighbour: ReturnType<typeof checkNeighbouringQuarter>;
  for (const earlier of earlierRounds) {
    if (earlier.year === round.year) paidInYear += 1;
    neighbour ??= checkNeighbouringQuarter(round, earlier, policy);
  }
  add(reasons, checkQuarterlyFrequency(paidInYear, policy));
  add(reasons, neighbour);
}

function judgeEvent({ facts, policy, reasons }: Case): void {
  const { aidType, event, paidForEvent } = facts;
  const citation = policy.emergency.onePaymentPerEvent;
  if (event === null) {
    if (aidType === '紧急救助') reasons.push(missing('event', citation));
    return;
  }
  if (paidForEvent === null) reasons.push(missing('paidForEvent', citation));
  else add(reasons, checkSameEvent(event, paidForEvent[0], policy));
}

/** A special reason lifts the soft limits, subject to approval; it never lifts the hard ceiling. */
function judgeMoneyCaps(aCase: Case, amountFen: Fen): void {
  const { facts, policy, minimumLivingFen, reasons } = aCase;
  const softSeverity = facts.specialReason === null ? 'needs_reason' : 'needs_approval';
  add(reasons, checkPersonCap(amountFen, policy), softSeverity);
  const paidFen = facts.householdYearPaidFen;
  if (paidFen === null) {
    reasons.push(missing('householdYearPaidFen', policy.householdYear.citation));
  } else {
    add(reasons, checkHouseholdCap(fen(paidFen + amountFen), policy), softSeverity);
  }
  if (minimumLivingFen === null) {
    reasons.push(missing('minimumLivingFen', policy.householdYearHard.citation));
  } else if (paidFen !== null) {
    add(reasons, checkHouseholdHardCap(fen(paidFen + amountFen), minimumLivingFen, policy));
  }
}

function judgeGoods({ facts, policy, reasons }: Case, amountFen: Fen): void {
  const { otherGoodsFen } = facts;
  if (otherGoodsFen === null) reasons.push(missing('otherGoodsFen', policy.goodsPerTime.citation));
  else add(reasons, checkGoodsCap(fen(otherGoodsFen + amountFen), policy));
}

function judgeSource({ facts, policy, reasons }: Case, amountFen: Fen): void {
  const { source, sourceAvailableFen: availableFen } = facts;
  if (source === null) reasons.push(missing('source', policy.fundSource));
  if (availableFen === null) reasons.push(missing('sourceAvailableFen', policy.fundSource));
  if (source === null || availableFen === null) return;
  add(reasons, checkFundSource({ source, amountFen, availableFen }, policy));
}

function add(
  reasons: AidReason[],
  breach: CaseBreach | undefined,
  severity: ReasonSeverity = 'block',
): void {
  if (breach !== undefined) reasons.push({ severity, ...breach });
}

function missing(fact: AidFact, citation: Citation): AidReason {
  return { code: 'fact_missing', severity: 'block', citation, params: { fact } };
}
