import { decimal, fraction, multiply, subtract, toFixed, toShort } from '#core/fraction.ts';
import { fen, formatYuan, formatYuanShort } from '#core/money.ts';
import { parsePlainDate, toChineseDate } from '#core/plain-date.ts';

/** How figures of the contract are printed on the screen. */

/** `0.984444` is `98.44%`. */
export function percent(rate: string | null): string {
  return rate === null ? '不适用' : `${toFixed(multiply(decimal(rate), fraction(100)), 2)}%`;
}

/** Yuan with two decimals, as tables print it. */
export function yuanText(amountFen: number): string {
  return formatYuan(fen(amountFen));
}

export function yuanShort(amountFen: number): string {
  return formatYuanShort(fen(amountFen));
}

/** Points without idle zeros: `4.00` is `4`. */
export function points(text: string): string {
  return toShort(decimal(text), 2);
}

export function lostPoints(weight: string, score: string | null): string {
  return score === null ? '' : toShort(subtract(decimal(weight), decimal(score)), 2);
}

/** For the length of a bar only; every printed figure stays exact. */
export function shareOf(part: string | number, whole: string | number): number {
  const base = Number(whole);
  return base === 0 ? 0 : Number(part) / base;
}

export function rateOf(part: number, whole: number): string {
  return whole === 0 ? '—' : `${toFixed(multiply(fraction(part, whole), fraction(100)), 2)}%`;
}

/** Money per case, rounded half up to the fen. */
export function meanYuan(totalFen: number, cases: number): string {
  return cases === 0 ? '—' : yuanText(Number(toFixed(fraction(totalFen, cases), 0)));
}

export function chineseDate(text: string): string {
  const date = parsePlainDate(text);
  return date === undefined ? text : toChineseDate(date);
}

export function count(value: number): string {
  return value.toLocaleString('zh-CN');
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
