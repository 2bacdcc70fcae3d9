/** What lies outside is unlike the others. */
export interface Fences {
  readonly lowFen: number;
  readonly highFen: number;
}

/** Like cases by their amounts: the quarter of them that got least ends at `lowerFen`. */
export interface AmountQuartiles {
  readonly count: number;
  readonly lowerFen: number;
  readonly upperFen: number;
}

/** With fewer, quartiles say nothing, and would tell one family's amount. */
export const FEWEST_LIKE_CASES = 5;

/**
 * Tukey's fences: one and a half times the distance of the quartiles beyond them; undefined for too few
 * cases. Whole fen; half a fen goes to the case.
 */
export function findFences({ count, lowerFen, upperFen }: AmountQuartiles): Fences | undefined {
  if (count < FEWEST_LIKE_CASES) return undefined;
  const reach = (upperFen - lowerFen) * 1.5;
  return { lowFen: Math.floor(lowerFen - reach), highFen: Math.ceil(upperFen + reach) };
}
