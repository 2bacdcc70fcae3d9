import type { PlainDate } from '#core/plain-date.ts';
import { addWorkingDays } from '#features/policies/rules/working-days.ts';

import type { SampleCase } from './sample-case.ts';
import { drawDistinct, pick } from './sample-random.ts';
import type { Draw } from './sample-random.ts';
import type { AidRow, ReviewColumn } from './year-records.ts';

const GRASSROOTS_OPINIONS: readonly [string, ...string[]] = [
  '经入户走访，情况属实，同意上报',
  '已核对收入和支出材料，情况属实，同意上报',
  '家庭确有困难，建议给予救助',
];
const TOWN_OPINIONS: readonly [string, ...string[]] = [
  '材料齐全，同意报区总工会审批',
  '经复核符合申请条件，同意上报',
  '复核无异议，同意上报',
];

export interface LedgerOptions {
  /** Rows the district decides after its limit of five working days. */
  readonly lateRows: number;
  /** Rows on which one opinion or date of the lower tiers was left blank. */
  readonly blankRows: number;
}

/** Writes the cases down in order of application, with opinions, dates and payment of each. */
export function sampleLedger(
  cases: readonly SampleCase[],
  draw: Draw,
  options: LedgerOptions,
): readonly AidRow[] {
  const ordered = cases.toSorted((a, b) => compareText(a.appliedOn, b.appliedOn));
  const late = drawDistinct(draw, options.lateRows, ordered.length);
  const blank = drawDistinct(draw, options.blankRows, ordered.length);
  return ordered.map((sampleCase, index) => {
    const row = ledgerRow(sampleCase, index, draw, late.has(index));
    return blank.has(index) ? withBlank(row, draw(4)) : row;
  });
}

function ledgerRow(sampleCase: SampleCase, index: number, draw: Draw, isLate: boolean): AidRow {
  const { person, decision, refused, ...facts } = sampleCase;
  const grassrootsOn = lowerTierDay(facts.appliedOn, draw);
  const townOn = lowerTierDay(grassrootsOn, draw);
  const receivedOn = addWorkingDays(townOn, 1);
  const decidedOn = addWorkingDays(receivedOn, isLate ? 6 + draw(4) : 2 + draw(4));
  return {
    row: `救助台账!${index + 2}`,
    application: `ZC2023-${String(index + 1).padStart(4, '0')}`,
    ...person,
    ...facts,
    grassroots: { opinion: pick(draw, GRASSROOTS_OPINIONS), date: grassrootsOn },
    town: { opinion: pick(draw, TOWN_OPINIONS), date: townOn },
    receivedOn,
    district: { opinion: decision, date: decidedOn },
    paidOn: refused ? null : addWorkingDays(decidedOn, 2 + draw(3)),
    status: refused ? '不予救助' : '成功',
  };
}

/** The lower tiers take about two weeks each: nine to eleven working days. */
function lowerTierDay(start: PlainDate, draw: Draw): PlainDate {
  return addWorkingDays(start, 9 + draw(3));
}

function withBlank(row: AidRow, which: number): AidRow {
  const isTown = which % 2 === 1;
  const column = isTown ? row.town : row.grassroots;
  const gap: ReviewColumn = which < 2 ? { ...column, date: null } : { ...column, opinion: null };
  return isTown ? { ...row, town: gap } : { ...row, grassroots: gap };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
