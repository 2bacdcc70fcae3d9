import { TWELVE_MONTHS, PERIOD_PATTERN } from '../rules/fairness-periods.ts';

export interface FairnessSearch {
  readonly period: string;
  readonly below?: number;
}

/** For the route of the page: what is unknown is left out. */
export function readFairnessSearch(raw: Readonly<Record<string, unknown>>): FairnessSearch {
  const below = Number(raw['below']);
  // The router reads `?period=2026` as a number.
  const period = raw['period'];
  const code = typeof period === 'string' || typeof period === 'number' ? String(period) : '';
  return {
    period: PERIOD_PATTERN.test(code) ? code : TWELVE_MONTHS,
    ...(Number.isSafeInteger(below) && below > 0 ? { below } : {}),
  };
}
