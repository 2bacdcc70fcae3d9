import type { SurveyInterval } from '../evaluation.ts';

/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** Half width, in per cent points, that a survey should reach (`workbook.md`, survey rates). */
export const WANTED_MARGIN_POINTS = 10;

/**
 * 95 % Wilson interval of `good` out of `answered`, the margin at p = 0.5 corrected for a finite
 * population, and the sample needed for ±10 points. Square roots are irrational: the bounds are
 * computed in floating point and rounded once, to 6 decimals.
 */
export function surveyInterval(
  good: number,
  answered: number,
  population: number | null,
): SurveyInterval {
  const p = good / answered;
  const z2 = Z * Z;
  const center = (p + z2 / (2 * answered)) / (1 + z2 / answered);
  const half =
    (Z * Math.sqrt((p * (1 - p)) / answered + z2 / (4 * answered * answered))) /
    (1 + z2 / answered);
  return {
    respondents: answered,
    population,
    low: Math.max(0, center - half).toFixed(6),
    high: Math.min(1, center + half).toFixed(6),
    marginPoints: marginPoints(answered, population).toFixed(1),
    requiredSample: population === null ? null : requiredSample(population),
  };
}

/** Margin in points at p = 0.5; a sample of the whole population has none. */
export function marginPoints(answered: number, population: number | null): number {
  const infinite = Z * Math.sqrt(0.25 / answered);
  if (population === null || population <= 1) return 100 * infinite;
  const correction = Math.max(0, (population - answered) / (population - 1));
  return 100 * infinite * Math.sqrt(correction);
}

/** n = n0 / (1 + (n0 − 1) / N) with n0 = z²·p·(1 − p) / e² at p = 0.5, rounded up. */
export function requiredSample(
  population: number,
  wantedPoints: number = WANTED_MARGIN_POINTS,
): number {
  const error = wantedPoints / 100;
  const infinite = (Z * Z * 0.25) / (error * error);
  return Math.min(population, Math.ceil(infinite / (1 + (infinite - 1) / population)));
}
