import { yuan } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

/** A figure that somebody else sets and that changes from year to year. */
export interface DatedAmount {
  readonly fen: Fen;
  readonly unit: string;
  readonly region: string;
  readonly validFrom: PlainDate;
  /** Last day in force; null while no later figure is known. */
  readonly validTo: PlainDate | null;
  /** Number of the notice that sets it; null while unknown. */
  readonly documentNumber: string | null;
  /** `low`: from general knowledge, to be checked against the official notice before use. */
  readonly confidence: 'checked' | 'low';
  readonly sourceNote: string;
}

/**
 * 低保标准 D of Guangzhou, per person and month. Amounts and dates are of low confidence: no official
 * notice was at hand, and each figure is taken to hold for its calendar year. After the last year D
 * is unknown rather than carried on.
 */
export const MINIMUM_LIVING_STANDARDS: readonly DatedAmount[] = [
  guangzhou(2020, 1080),
  guangzhou(2021, 1120),
  guangzhou(2022, 1196),
  guangzhou(2023, 1238),
];

/**
 * 最低工资 of Guangzhou a month. Of low confidence like D; the last figure ends with its year for the
 * same reason.
 */
export const MINIMUM_WAGES: readonly DatedAmount[] = [
  figure(2100, '元/月', day('2018-07-01'), day('2021-11-30')),
  figure(2300, '元/月', day('2021-12-01'), day('2025-02-28')),
  figure(2500, '元/月', day('2025-03-01'), day('2025-12-31')),
];

/** The monthly minimum living standard in force on a day; undefined when none is on record. */
export function minimumLivingInForce(date: PlainDate): DatedAmount | undefined {
  return inForce(MINIMUM_LIVING_STANDARDS, date);
}

/** The monthly minimum wage in force on a day; undefined when none is on record. */
export function minimumWageInForce(date: PlainDate): DatedAmount | undefined {
  return inForce(MINIMUM_WAGES, date);
}

function inForce(figures: readonly DatedAmount[], date: PlainDate): DatedAmount | undefined {
  return figures.findLast(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
}

function guangzhou(year: number, amountYuan: number): DatedAmount {
  return figure(amountYuan, '元/人·月', day(`${year}-01-01`), day(`${year}-12-31`));
}

function figure(
  amountYuan: number,
  unit: string,
  validFrom: PlainDate,
  validTo: PlainDate,
): DatedAmount {
  return {
    fen: yuan(amountYuan),
    unit,
    region: '广州市',
    validFrom,
    validTo,
    documentNumber: null,
    confidence: 'low',
    sourceNote: '据公开常识录入，未见文件原文，使用前请与当年标准文件核对',
  };
}
