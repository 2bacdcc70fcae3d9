import { fraction, toFixed } from '#core/fraction.ts';
import { fen, formatYuan } from '#core/money.ts';

import { groupThousands, percentText } from '../../../rules/findings/figures.ts';

/** `265,800.00`: amounts in tables; the unit stands above the table. */
export function amount(amountFen: number): string {
  return formatYuan(fen(amountFen));
}

export function meanAmount(totalFen: number, count: number): string {
  return count === 0 ? '—' : groupThousands(toFixed(fraction(totalFen, count * 100), 2));
}

/** `98.44%`, or a dash where there is nothing to divide by. */
export function share(part: number, base: number): string {
  return base === 0 ? '—' : percentText(part, base);
}

/** 万元 for the axis of a chart; pictures round, tables do not. */
export function tenThousands(amountFen: number): number {
  return Math.round(amountFen / 10_000) / 100;
}
