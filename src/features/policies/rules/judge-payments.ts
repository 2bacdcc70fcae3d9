import { toPersonKey } from '#core/identity-number.ts';
import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

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
  const entries = rows.map((row, rowIndex) => ({ row, rowIndex, breaches: [] }));
  const judging: Judging = {
    policy,
    options,
    persons: new Map(),
    householdFen: new Map(),
    goodsFen: new Map(),
    events: new Map(),
  };
  for (const entry of inDecisionOrder(entries)) judgeEntry(entry, judging);
  return {
    breaches: entries.flatMap(({ breaches }) => breaches),
    hardCapJudged: options.minimumLivingFen !== null,
  };
}

interface Entry {
  readonly row: PaidAid;
  readonly rowIndex: number;
  readonly breaches: PaymentBreach[];
}

/** The rules, and what went out before the row at hand. */
interface Judging {
  readonly policy: PolicyVersion;
  readonly options: JudgeOptions;
  /** By person: quarterly payments so far. */
  readonly persons: Map<string, PersonRounds>;
  /** By household: money so far. */
  readonly householdFen: Map<string, number>;
  /** By pay date and household: goods so far. */
  readonly goodsFen: Map<string, number>;
  /** By event: the application first paid for it. */
  readonly events: Map<string, string>;
}

interface PersonRounds {
  count: number;
  /** The different quarters among them, by their index. */
  readonly quarters: Map<number, QuarterOfYear>;
}

const UNDECIDED = '9999-99-99';

/** The sort is stable, so payments of one decision date keep the order of their rows. */
function inDecisionOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => {
    const first = a.row.decidedOn ?? UNDECIDED;
    const second = b.row.decidedOn ?? UNDECIDED;
    return first === second ? 0 : first < second ? -1 : 1;
  });
}

/** Judges a payment against those before it, then adds it to them. */
function judgeEntry(entry: Entry, judging: Judging): void {
  const { row } = entry;
  const { policy } = judging;
  add(entry, checkClassOfType(row.aidClass, row.aidType, policy));
  if (row.aidType === '实物慰问') {
    judgeEvent(entry, judging);
    judgeGoods(entry, judging);
  } else {
    add(entry, checkClassRange(row.amountFen, policy.classes[row.aidClass]));
    if (row.aidType === '季度救助') judgeRound(entry, judging);
    judgeEvent(entry, judging);
    judgeMoneyCaps(entry, judging);
  }
  add(entry, checkPaidAfterApproval(row.paidOn, row.decidedOn, policy));
}

function judgeRound(entry: Entry, { policy, options, persons }: Judging): void {
  const person = toPersonKey(entry.row.identityNumber);
  const earlier = persons.get(person) ?? { count: 0, quarters: new Map() };
  persons.set(person, earlier);
  add(entry, checkQuarterlyFrequency(earlier.count, policy));
  earlier.count += 1;
  const round = roundOf(entry.row, options.year);
  if (round === undefined) return;
  let neighbour: RuleBreach | undefined;
  for (const quarter of earlier.quarters.values()) {
    neighbour ??= checkNeighbouringQuarter(round, quarter, policy);
  }
  add(entry, neighbour);
  earlier.quarters.set(toQuarterIndex(round), round);
}

/** The quarter of a payment: as the ledger states it, else of the pay date, else of the decision. */
function roundOf(row: PaidAid, year: number): QuarterOfYear | undefined {
  if (row.quarter !== null) return { year, quarter: row.quarter };
  const date = row.paidOn ?? row.decidedOn;
  return date === null ? undefined : toQuarter(date);
}

function judgeEvent(entry: Entry, { policy, events }: Judging): void {
  const { event, application } = entry.row;
  if (event === null) return;
  const paidBefore = events.get(event);
  add(entry, checkSameEvent(event, paidBefore, policy));
  if (paidBefore === undefined) events.set(event, application);
}

function judgeMoneyCaps(entry: Entry, { policy, options, householdFen }: Judging): void {
  const { amountFen, household, specialReason } = entry.row;
  const { minimumLivingFen } = options;
  const totalFen = addTo(householdFen, household, amountFen);
  if (specialReason === null) {
    add(entry, checkPersonCap(amountFen, policy));
    add(entry, checkHouseholdCap(totalFen, policy));
  }
  if (minimumLivingFen !== null) {
    add(entry, checkHouseholdHardCap(totalFen, minimumLivingFen, policy));
  }
}

/** One time is one pay date; goods without one belong to the day of their decision. */
function judgeGoods(entry: Entry, { policy, goodsFen }: Judging): void {
  const { household, paidOn, decidedOn, amountFen } = entry.row;
  const time = `${paidOn ?? decidedOn ?? ''} ${household}`;
  add(entry, checkGoodsCap(addTo(goodsFen, time, amountFen), policy));
}

function addTo(totals: Map<string, number>, key: string, amountFen: Fen): Fen {
  const total = fen((totals.get(key) ?? 0) + amountFen);
  totals.set(key, total);
  return total;
}

function add({ row, rowIndex, breaches }: Entry, breach: RuleBreach | undefined): void {
  // Own properties first: V8 copies a spread into a fresh shape ten times slower.
  if (breach !== undefined) breaches.push({ application: row.application, rowIndex, ...breach });
}
