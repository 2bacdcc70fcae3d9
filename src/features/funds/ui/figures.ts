import { fen, formatYuan } from '#core/money.ts';
import { TIER_NAMES } from '#features/households/rules/word-names.ts';

import type { SourceView } from '../rules/fund-views.ts';

/** `268,000.00` */
export function moneyText(amount: number): string {
  return formatYuan(fen(amount));
}

/** `55.38%` of hundredths of a per cent. */
export function rateText(rate: number | null): string {
  return rate === null ? '—' : `${(rate / 100).toFixed(2)}%`;
}

/** What a source may be spent on, in words. */
export function usageText({ fileTiers, aidTypes }: SourceView): string {
  const parts = [fileTiers.map((tier) => TIER_NAMES[tier]).join('、'), aidTypes.join('、')];
  return parts.filter((part) => part !== '').join('；') || '不限';
}
