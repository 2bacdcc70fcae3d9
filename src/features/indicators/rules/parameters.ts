import { compare, fraction, parseDecimal, ZERO } from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';

/** One band of 分档: a metric of at least `bound` earns `points`. */
export interface Band {
  readonly bound: Fraction;
  readonly points: Fraction;
}

export type BandsFault =
  | 'syntax'
  | 'bounds_not_falling'
  | 'points_rising'
  | 'points_over_weight'
  | 'no_zero_bound';

export type ParsedBands =
  | { readonly ok: true; readonly bands: readonly Band[] }
  | { readonly ok: false; readonly fault: BandsFault };

/**
 * Reads 参数 of 分档, e.g. `95:5;80:4;60:3;0:0`: bounds fall strictly, points never rise as bounds
 * fall and stay within [0, weight], and the last bound is 0 so that every value has its points.
 */
export function parseBands(text: string, weight: Fraction): ParsedBands {
  const bands: Band[] = [];
  for (const part of text.replace(/[；]/g, ';').replace(/[：]/g, ':').split(';')) {
    if (part.trim() === '') continue;
    const [boundText, pointsText, ...rest] = part.split(':').map((piece) => piece.trim());
    const bound = parseDecimal(boundText ?? '');
    const points = parseDecimal(pointsText ?? '');
    if (bound === undefined || points === undefined || rest.length > 0) {
      return { ok: false, fault: 'syntax' };
    }
    bands.push({ bound, points });
  }
  const fault = findBandsFault(bands, weight);
  return fault === undefined ? { ok: true, bands } : { ok: false, fault };
}

function findBandsFault(bands: readonly Band[], weight: Fraction): BandsFault | undefined {
  if (bands.length === 0) return 'syntax';
  for (const [index, band] of bands.entries()) {
    if (compare(band.points, ZERO) < 0 || compare(band.points, weight) > 0) {
      return 'points_over_weight';
    }
    const above = bands[index - 1];
    if (above === undefined) continue;
    if (compare(band.bound, above.bound) >= 0) return 'bounds_not_falling';
    if (compare(band.points, above.points) > 0) return 'points_rising';
  }
  const last = bands[bands.length - 1];
  return last !== undefined && compare(last.bound, ZERO) === 0 ? undefined : 'no_zero_bound';
}

/** Reads 参数 of 扣分: the points that each event costs, more than zero. */
export function parsePointsPerEvent(text: string): Fraction | undefined {
  const points = parseDecimal(text.trim());
  return points !== undefined && compare(points, fraction(0)) > 0 ? points : undefined;
}
