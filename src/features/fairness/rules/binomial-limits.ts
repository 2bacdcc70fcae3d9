/** Counts that chance alone seldom passes: fewer than `low`, or more than `high`. */
export interface BinomialLimits {
  readonly low: number;
  readonly high: number;
}

/** Below this share of the likeliest count's chance, what is left adds nothing to a sum of doubles. */
const NEGLIGIBLE = 1e-30;

/**
 * The limits of a binomial count: chance alone falls short of `low` with a probability of at most `tail`,
 * and goes beyond `high` with one of at most `tail`. Exact for small counts too, where a normal curve
 * would accuse small unions: nothing is approximated but by the rounding of doubles.
 * @param trials how many there are in all
 * @param share chance of each, 0 to 1
 */
export function findBinomialLimits(trials: number, share: number, tail: number): BinomialLimits {
  if (share <= 0) return { low: 0, high: 0 };
  if (share >= 1) return { low: trials, high: trials };
  const { from, weights } = listWeights(trials, share);
  const allowed = tail * weights.reduce((sum, weight) => sum + weight, 0);
  const below = countWithin(weights, allowed);
  const above = countWithin(weights.toReversed(), allowed);
  return { low: from + below, high: from + weights.length - 1 - above };
}

/**
 * Chances of the counts in a row, as multiples of the likeliest one's. Each follows from its neighbour, so
 * no factorial is ever computed, and what is smallest is most exact.
 */
function listWeights(
  trials: number,
  share: number,
): { readonly from: number; readonly weights: readonly number[] } {
  const likeliest = Math.min(trials, Math.floor((trials + 1) * share));
  const odds = share / (1 - share);
  const below: number[] = [];
  for (let count = likeliest, weight = 1; count > 0; count -= 1) {
    weight *= count / ((trials - count + 1) * odds);
    if (weight < NEGLIGIBLE) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let count = likeliest, weight = 1; count < trials; count += 1) {
    weight *= ((trials - count) * odds) / (count + 1);
    if (weight < NEGLIGIBLE) break;
    above.push(weight);
  }
  return { from: likeliest - below.length, weights: [...below.toReversed(), 1, ...above] };
}

/** How many from the thin end on weigh no more than allowed; small ones are added first. */
function countWithin(weights: readonly number[], allowed: number): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    if (sum > allowed) return index;
  }
  return weights.length;
}
