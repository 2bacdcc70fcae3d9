import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toPersonKey } from '#features/households/rules/identity-number.ts';

import {
  checkClassRange,
  checkGoodsCap,
  checkHouseholdCap,
  checkHouseholdHardCap,
  checkPersonCap,
} from './amount-limits.ts';
import { checkNeighbouringQuarter, toQuarter, toQuarterIndex } from './neighbouring-quarters.ts';
import { checkClassOfType, checkPaidAfterApproval, checkSameEvent } from './payment-conditions.ts';
import type { AidClass, AidType, PolicyVersion } from './policy-version.ts';
import { checkQuarterlyFrequency } from './quarterly-frequency.ts';
import type { QuarterOfYear, RuleBreach } from './rule-breach.ts';

/** One payment that went out (发放状态 成功), as the ledger of a fund-year has it. */
export interface PaidAid {
  readonly application: string;
  /** 18 or 15 places; both forms are one person. */
  readonly identityNumber: string;
  readonly household: string;
  readonly aidType: AidType;
  readonly aidClass: AidClass;
  /** 1 to 4, of the fund-year; null where the ledger leaves it blank. */
  readonly quarter: number | null;
  /** District decision. */
  readonly decidedOn: PlainDate | null;
  readonly paidOn: PlainDate | null;
  readonly amountFen: Fen;
  readonly event: string | null;
  readonly specialReason: string | null;
}

export interface JudgeOptions {
  /** The fund-year: 季度 in the rows are quarters of it. */
  readonly year: number;
  /** Monthly minimum living standard D; null leaves the hard cap unjudged. */
  readonly minimumLivingFen: Fen | null;
}

export type PaymentBreach = RuleBreach & {
  readonly application: string;
  /** Index of the row in the input. */
  readonly rowIndex: number;
};

export interface PaymentJudgement {
  /** By row as given, and within a row in the order of the rules. */
  readonly breaches: readonly PaymentBreach[];
  /** False when D is unknown: no breach of the hard cap then means nothing. */
  readonly hardCapJudged: boolean;
}

/**
 * Finds every breach among the paid rows of one fund-year. Rules over several rows run in the order of
 * the district's decisions (rows without one last), then of the rows; the row that breaks a rule
 * carries the breach. An earlier payment counts even when it broke a rule itself.
 */
export function judgePayments(
  rows: readonly PaidAid[],
  policy: PolicyVersion,
  options: JudgeOptions,
): PaymentJudgement {
  const history: PaymentHistory = {
    rounds: new Map(),
    householdFen: new Map(),
    goodsFen: new Map(),
    events: new Map(),
  };
  const found: PaymentBreach[] = [];
  for (const rowIndex of decisionOrder(rows)) {
    const row = rows[rowIndex];
    if (row === undefined) continue;
    for (const breach of judgeRow(row, history, policy, options)) {
      if (breach !== undefined) found.push({ ...breach, application: row.application, rowIndex });
    }
  }
  const breaches = found.toSorted((a, b) => a.rowIndex - b.rowIndex);
  return { breaches, hardCapJudged: options.minimumLivingFen !== null };
}

/** What went out before the row at hand. */
interface PaymentHistory {
  /** By person: quarterly payments so far, and the quarters they were for. */
  readonly rounds: Map<string, { count: number; readonly quarters: Map<number, QuarterOfYear> }>;
  /** By household: money so far. */
  readonly householdFen: Map<string, number>;
  /** By household and pay date: goods so far. */
  readonly goodsFen: Map<string, number>;
  /** By event: the application paid for it first. */
  readonly events: Map<string, string>;
}

const LAST = '9999-99-99';

function decisionOrder(rows: readonly PaidAid[]): number[] {
  const dates = rows.map(({ decidedOn }) => decidedOn ?? LAST);
  return Array.from(rows.keys()).toSorted((a, b) => {
    const [first = LAST, second = LAST] = [dates[a], dates[b]];
    return first === second ? a - b : first < second ? -1 : 1;
  });
}

/** Judges a row against the payments before it, then adds it to them. */
function judgeRow(
  row: PaidAid,
  history: PaymentHistory,
  policy: PolicyVersion,
  options: JudgeOptions,
): (RuleBreach | undefined)[] {
  const { aidType, aidClass, amountFen } = row;
  const isGoods = aidType === '实物慰问';
  return [
    checkClassOfType(aidClass, aidType, policy),
    isGoods ? undefined : checkClassRange(amountFen, policy.classes[aidClass]),
    ...(aidType === '季度救助' ? judgeRound(row, history, policy, options.year) : []),
    judgeEvent(row, history, policy),
    ...(isGoods
      ? [judgeGoods(row, history, policy)]
      : judgeMoneyCaps(row, history, policy, options.minimumLivingFen)),
    checkPaidAfterApproval(row.paidOn, row.decidedOn, policy),
  ];
}

function judgeRound(
  row: PaidAid,
  history: PaymentHistory,
  policy: PolicyVersion,
  year: number,
): (RuleBreach | undefined)[] {
  const person = toPersonKey(row.identityNumber);
  const earlier = history.rounds.get(person) ?? { count: 0, quarters: new Map() };
  const frequency = checkQuarterlyFrequency(earlier.count, policy);
  earlier.count += 1;
  history.rounds.set(person, earlier);
  const round = roundOf(row, year);
  if (round === undefined) return [frequency];
  let neighbour: RuleBreach | undefined;
  for (const quarter of earlier.quarters.values()) {
    neighbour ??= checkNeighbouringQuarter(round, quarter, policy);
  }
  earlier.quarters.set(toQuarterIndex(round), round);
  return [frequency, neighbour];
}

/** The quarter of a payment: as the ledger states it, else of the pay date, else of the decision. */
function roundOf(row: PaidAid, year: number): QuarterOfYear | undefined {
  if (row.quarter !== null) return { year, quarter: row.quarter };
  const date = row.paidOn ?? row.decidedOn;
  return date === null ? undefined : toQuarter(date);
}

function judgeEvent(
  row: PaidAid,
  history: PaymentHistory,
  policy: PolicyVersion,
): RuleBreach | undefined {
  if (row.event === null) return undefined;
  const paidBefore = history.events.get(row.event);
  if (paidBefore === undefined) history.events.set(row.event, row.application);
  return checkSameEvent(row.event, paidBefore, policy);
}

function judgeMoneyCaps(
  row: PaidAid,
  history: PaymentHistory,
  policy: PolicyVersion,
  minimumLivingFen: Fen | null,
): (RuleBreach | undefined)[] {
  const totalFen = addTo(history.householdFen, row.household, row.amountFen);
  const softCaps =
    row.specialReason === null
      ? [checkPersonCap(row.amountFen, policy), checkHouseholdCap(totalFen, policy)]
      : [];
  if (minimumLivingFen === null) return softCaps;
  return [...softCaps, checkHouseholdHardCap(totalFen, minimumLivingFen, policy)];
}

/** One time is one pay date; goods without one belong to the day of their decision. */
function judgeGoods(
  row: PaidAid,
  history: PaymentHistory,
  policy: PolicyVersion,
): RuleBreach | undefined {
  const time = `${row.paidOn ?? row.decidedOn ?? ''} ${row.household}`;
  return checkGoodsCap(addTo(history.goodsFen, time, row.amountFen), policy);
}

function addTo(totals: Map<string, number>, key: string, amountFen: Fen): Fen {
  const total = fen((totals.get(key) ?? 0) + amountFen);
  totals.set(key, total);
  return total;
}
