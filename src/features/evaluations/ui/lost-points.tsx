import type { ReactElement } from 'react';

import type { Indicator } from '../rules/evaluation.ts';
import { lostPoints } from './figures.ts';
import { hasLost } from './indicator-tree-data.ts';

export function LostPoints({ indicator }: { readonly indicator: Indicator }): ReactElement | null {
  if (!hasLost(indicator)) return null;
  return <span className="lost-points">−{lostPoints(indicator.weight, indicator.score)}</span>;
}
