import { fen, sumFen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type { ClassStandards } from './class-standards.ts';
import { countIncome } from './count-income.ts';
import type { HouseholdForm, SpendingRow } from './household-form.ts';
import type { ClassReason } from './household-reasons.ts';
import { judgeAccident } from './judge-accident.ts';
import { EXCLUSIONS } from './words.ts';
import type { HardshipClass, OldClass } from './words.ts';

export interface HouseholdClass {
  readonly hardshipClass: HardshipClass;
  /** What decides stands first, then what is missing, then what was counted on the way. */
  readonly reasons: ClassReason[];
  /** A year; null while a fact is missing. */
  readonly incomeFen: Fen | null;
  /** A year, less reimbursements. */
  readonly spendingFen: Fen | null;
  /** A person and month, rounded down; the class compares the exact amount. */
  readonly netMonthlyFen: Fen | null;
  readonly minimumLivingFen: Fen | null;
}

/** Everything the class rests on is known. */
interface Known {
  readonly form: HouseholdForm;
  readonly standards: ClassStandards;
  readonly on: PlainDate;
  readonly incomeFen: Fen;
  readonly netYearlyFen: number;
  readonly netFen: Fen;
  readonly minimumFen: Fen;
}

interface Verdict {
  readonly hardshipClass: HardshipClass;
  readonly reasons: readonly ClassReason[];
}

/**
 * Class of a household on a day, with every reason: (income − rigid spending) / 12 / people against the
 * minimum living standard D. A ground of exclusion shuts out; short of that a missing fact leaves the
 * class unknown and is named.
 */
export function classifyHousehold(
  form: HouseholdForm,
  standards: ClassStandards,
  on: PlainDate,
): HouseholdClass {
  const income = countIncome(form, standards, on);
  const spendingFen = sumFen(form.spending.map(toCountedFen));
  const incomeFen = income.yearlyFen;
  const minimumLivingFen = standards.minimumLiving?.fen ?? null;
  const figures = { incomeFen, spendingFen, minimumLivingFen };
  const missing = [...listMissing(form, minimumLivingFen, on), ...income.missing];
  const notes = [...income.notes, ...listNotes(form)];
  const excluded = listExcluded(form);
  const netYearlyFen = incomeFen === null ? null : incomeFen - spendingFen;
  const netFen = netYearlyFen === null ? null : perMonthAndHead(netYearlyFen, form.people.length);
  const close = ({ hardshipClass, reasons }: Verdict): HouseholdClass => ({
    hardshipClass,
    reasons: [...reasons, ...missing, ...notes],
    ...figures,
    netMonthlyFen: netFen,
  });
  if (excluded.length > 0) return close({ hardshipClass: 'none', reasons: excluded });
  if (missing.length > 0 || incomeFen === null || netYearlyFen === null) return close(UNKNOWN);
  if (netFen === null || minimumLivingFen === null) return close(UNKNOWN);
  const known = { form, standards, on, incomeFen, netYearlyFen, netFen };
  const judge = form.scheme === 'old' ? judgeOld : judgeCurrent;
  return close(judge({ ...known, minimumFen: minimumLivingFen }));
}

const UNKNOWN: Verdict = { hardshipClass: 'unknown', reasons: [] };

function judgeCurrent(known: Known): Verdict {
  const { form, standards, on, incomeFen, netFen, minimumFen } = known;
  const { relativePercent, isStrict } = standards;
  const limitFen = percentOf(minimumFen, relativePercent);
  const accident =
    form.accident === null ? null : judgeAccident(form.accident, incomeFen, standards, on);
  const accidentReasons = accident === null ? [] : [accident.reason];
  if (isBelow(known, 100, isStrict)) {
    const reason: ClassReason = { code: 'household.class_deep', params: { netFen, minimumFen } };
    return { hardshipClass: 'deep', reasons: [reason, ...accidentReasons] };
  }
  if (isBelow(known, relativePercent, true)) {
    const params = { netFen, minimumFen, limitFen };
    const reason: ClassReason = { code: 'household.class_relative', params };
    return { hardshipClass: 'relative', reasons: [reason, ...accidentReasons] };
  }
  const reason: ClassReason = { code: 'household.class_none', params: { netFen, limitFen } };
  return accident?.counts === true
    ? { hardshipClass: 'accidental', reasons: [accident.reason, reason] }
    : { hardshipClass: 'none', reasons: [reason, ...accidentReasons] };
}

const OLD_TO_CLASS: Readonly<Record<OldClass, HardshipClass>> = {
  minimum_living: 'deep',
  borderline: 'relative',
  accidental: 'accidental',
};

/** A file of 2016 to 2019 keeps the class written on it as long as the family stays below its end. */
function judgeOld(known: Known): Verdict {
  const { form, standards, netFen, minimumFen } = known;
  const { oldClass } = form;
  if (oldClass === null) return UNKNOWN;
  const percents: Readonly<Record<OldClass, number>> = {
    minimum_living: 100,
    borderline: standards.oldBorderlinePercent,
    accidental: standards.oldAccidentalPercent,
  };
  const percent = percents[oldClass];
  const params = { oldClass, netFen, limitFen: percentOf(minimumFen, percent) };
  return isBelow(known, percent, oldClass !== 'minimum_living' || standards.isStrict)
    ? {
        hardshipClass: OLD_TO_CLASS[oldClass],
        reasons: [{ code: 'household.old_class_holds', params }],
      }
    : { hardshipClass: 'none', reasons: [{ code: 'household.old_class_exceeded', params }] };
}

/** Net < percent of D, multiplied out: no division, no rounding. */
function isBelow(
  { netYearlyFen, minimumFen, form }: Known,
  percent: number,
  isStrict: boolean,
): boolean {
  const left = netYearlyFen * 100;
  const right = minimumFen * percent * 12 * form.people.length;
  return isStrict ? left < right : left <= right;
}

/** An old form did not ask for grounds of exclusion: there, what was not asked is not missing. */
function listMissing(
  { exclusions, scheme, oldClass }: HouseholdForm,
  minimumLivingFen: Fen | null,
  on: PlainDate,
): ClassReason[] {
  const missing: ClassReason[] = [];
  if (minimumLivingFen === null) {
    missing.push({ code: 'household.minimum_living_missing', params: { on } });
  }
  if (scheme === 'old') {
    if (oldClass === null) missing.push({ code: 'household.old_class_missing', params: {} });
    return missing;
  }
  for (const ground of EXCLUSIONS) {
    if (exclusions[ground] !== null) continue;
    missing.push({ code: 'household.exclusion_unanswered', params: { ground } });
  }
  return missing;
}

function listExcluded({ exclusions }: HouseholdForm): ClassReason[] {
  return EXCLUSIONS.filter((ground) => exclusions[ground] === true).map((ground) => ({
    code: 'household.excluded',
    params: { ground },
  }));
}

function listNotes({ people, spending }: HouseholdForm): ClassReason[] {
  const notes: ClassReason[] = [];
  const yearlyFen = sumFen(spending.filter(isCompulsory).map(({ yearly }) => yearly));
  if (yearlyFen > 0) {
    notes.push({ code: 'household.compulsory_schooling_not_counted', params: { yearlyFen } });
  }
  const head = people.find(({ role }) => role === 'head');
  if (head !== undefined && !head.isUnionMember) {
    notes.push({ code: 'household.head_not_member', params: { name: head.name } });
  }
  return notes;
}

/** What insurance or relief has paid is no burden; schooling in the compulsory years is free. */
function toCountedFen(row: SpendingRow): Fen {
  return isCompulsory(row) ? fen(0) : fen(Math.max(row.yearly - row.reimbursed, 0));
}

function isCompulsory({ kind }: SpendingRow): boolean {
  return kind === 'compulsory_schooling';
}

/** Rounded down, without a float on the way. */
function perMonthAndHead(yearlyFen: number, people: number): Fen {
  const parts = 12 * people;
  const rest = ((yearlyFen % parts) + parts) % parts;
  return fen((yearlyFen - rest) / parts);
}

function percentOf(amountFen: Fen, percent: number): Fen {
  const hundredfold = amountFen * percent;
  return fen((hundredfold - (hundredfold % 100)) / 100);
}
