import { fraction, toFixed } from './fraction.ts';

/** An amount of money in fen (1/100 yuan): an integer, safe far beyond any union's budget. */
export type Fen = number & { readonly __brand: 'Fen' };

/** @throws RangeError when the amount is no safe integer: money never becomes a float. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`);
  return amount as Fen;
}

export function yuan(amount: number): Fen {
  return fen(amount * 100);
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

const AMOUNT = /^([+-]?)(\d{1,13})(?:\.(\d*))?$/;

export type ParsedYuan =
  | { readonly ok: true; readonly value: Fen }
  | { readonly ok: false; readonly cause: 'not_a_number' | 'third_decimal' };

/** Reads yuan with at most two decimals; separators and full-width digits are normalised before. */
export function parseYuan(text: string): ParsedYuan {
  const match = AMOUNT.exec(text);
  if (match === null) return { ok: false, cause: 'not_a_number' };
  const [, sign, whole = '0', decimals = ''] = match;
  if (/[1-9]/.test(decimals.slice(2))) return { ok: false, cause: 'third_decimal' };
  const value = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  return { ok: true, value: fen(sign === '-' ? -value : value) };
}

/** `265,800.00`: the form of ledgers and tables. */
export function formatYuan(amount: Fen): string {
  return group(toFixed(fraction(amount, 100), 2));
}

/** `265,800` or `3,230.77`: the form of running text, decimals only where there are any. */
export function formatYuanShort(amount: Fen): string {
  return formatYuan(amount).replace(/\.00$/, '');
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万'];

/** 人民币大写 as vouchers require it: 265800 yuan is 贰拾陆万伍仟捌佰元整. */
export function toCapitalYuan(amount: Fen): string {
  if (amount === 0) return '零元整';
  const magnitude = Math.abs(amount);
  const wholeYuan = Math.floor(magnitude / 100);
  const jiao = Math.floor((magnitude % 100) / 10);
  const fenDigit = magnitude % 10;
  const whole = wholeYuan === 0 ? '' : `${capitalInteger(wholeYuan)}元`;
  return `${amount < 0 ? '负' : ''}${whole}${capitalCents(wholeYuan, jiao, fenDigit)}`;
}

function capitalCents(wholeYuan: number, jiao: number, fenDigit: number): string {
  if (jiao === 0 && fenDigit === 0) return '整';
  const jiaoText = jiao > 0 ? `${DIGITS[jiao]}角` : wholeYuan > 0 ? '零' : '';
  return `${jiaoText}${fenDigit > 0 ? `${DIGITS[fenDigit]}分` : '整'}`;
}

function capitalInteger(value: number): string {
  let text = '';
  let pendingZero = false;
  for (let index = GROUPS.length - 1; index >= 0; index -= 1) {
    const part = Math.floor(value / 10_000 ** index) % 10_000;
    if (part > 0) {
      if (text !== '' && (pendingZero || part < 1000)) text += '零';
      text += capitalGroup(part) + (GROUPS[index] ?? '');
    }
    // A whole number of 万亿 has an empty 亿 group and still names the 亿.
    if (index === 2 && part === 0 && text !== '') text += '亿';
    pendingZero = part === 0 && text !== '';
  }
  return text;
}

function capitalGroup(part: number): string {
  let text = '';
  let pendingZero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) {
      pendingZero = text !== '';
      continue;
    }
    text += `${pendingZero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    pendingZero = false;
  }
  return text;
}

function group(fixed: string): string {
  return fixed.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
