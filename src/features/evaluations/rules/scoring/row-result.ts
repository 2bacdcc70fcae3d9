import type { Fraction } from '#core/fraction.ts';

import type { Indicator } from '../evaluation.ts';

/** What a scoring kind makes of one row: points out of the row's own weight, before scaling. */
export interface RowResult {
  /** Unrounded; null = 不适用, and the reasons say why. */
  readonly points: Fraction | null;
  readonly reasons: readonly string[];
  readonly evidence?: readonly string[];
  readonly elements?: Indicator['elements'];
  readonly reviews?: Indicator['reviews'];
}
