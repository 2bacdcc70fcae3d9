import type { PlainDate } from './plain-date.ts';

/** What one spreadsheet cell holds: the reader's result and the writer's input. */
export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** `isPercent`: shown as per cent, so that 0.2 reads 20 %. */
  | { readonly kind: 'number'; readonly number: number; readonly isPercent: boolean }
  /** A number under a date format, or an ISO date; `date` is null where there is no such day. */
  | { readonly kind: 'date'; readonly date: PlainDate | null; readonly shown: string }
  | { readonly kind: 'boolean'; readonly isTrue: boolean }
  /** `#N/A` and its like. */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula saved without its result. */
  | { readonly kind: 'uncomputed'; readonly formula: string };

export const BLANK: CellValue = { kind: 'blank' };

/** The cell's value as text, the way a message quotes it. */
export function showCell(cell: CellValue): string {
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return cell.isPercent ? `${toPlainDigits(cell.number * 100)}%` : toPlainDigits(cell.number);
    case 'date':
      return cell.date ?? cell.shown;
    case 'boolean':
      return cell.isTrue ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.code;
    case 'uncomputed':
      return `=${cell.formula}`;
  }
}

/**
 * Decimal notation with the 15 significant digits a spreadsheet keeps: 0.1 + 0.2 is `0.3`.
 * Never in exponent form, so that it can be compared with what people type.
 */
export function toPlainDigits(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const point = 1 + Number(exponent);
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits;
  const whole = padded.slice(0, Math.max(point, 1));
  const decimals = padded.slice(Math.max(point, 1)).replace(/0+$/, '');
  return decimals === '' ? `${sign}${whole}` : `${sign}${whole}.${decimals}`;
}
