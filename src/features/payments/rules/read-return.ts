import type { Fen } from '#core/money.ts';
import { parseYuan } from '#core/money.ts';

import { findReference } from './payment-reference.ts';
import type { PaymentReference } from './payment-reference.ts';
import type { Row } from './split-table.ts';
import type { Outcome } from './words.ts';

/** One line of what a bank sent back (回盘). */
export interface ReturnRow extends PaymentReference {
  /** As the file shows it, from 1. */
  readonly line: number;
  /** Null while the bank still works on it. */
  readonly outcome: Outcome | null;
  /** The bank's own words; null for a success. */
  readonly cause: string | null;
  /** Null where the file states none. */
  readonly amountFen: Fen | null;
}

export type ReturnFaultCode =
  | 'no_head'
  | 'no_reference'
  | 'unknown_result'
  | 'bad_amount'
  | 'twice';

export interface ReturnFault {
  readonly line: number;
  readonly code: ReturnFaultCode;
  /** The cell at fault. */
  readonly text: string;
}

export interface ReadReturn {
  readonly rows: readonly ReturnRow[];
  readonly faults: readonly ReturnFault[];
}

const HEADS = {
  result: /^(处理|交易|入账|返回|发放|回盘)?(结果|状态|标志)$/,
  cause: /(失败|退票|退汇|返回|错误)?(原因|信息|说明)$/,
  amount: /^(交易|实发|入账|发放)?金额/,
};
const HEAD_DEPTH = 20;

/** Reads a table with a result column; the reference may stand in any cell of its row. */
export function readReturnTable(table: readonly Row[]): ReadReturn {
  const headAt = table.slice(0, HEAD_DEPTH).findIndex((row) => findColumn(row, 'result') >= 0);
  const head = table[headAt];
  if (head === undefined) return { rows: [], faults: [{ line: 1, code: 'no_head', text: '' }] };
  const columns = {
    result: findColumn(head, 'result'),
    cause: findColumn(head, 'cause'),
    amount: findColumn(head, 'amount'),
  };
  const lines = table.slice(headAt + 1).map((row, at) => readLine(row, columns, headAt + at + 2));
  return collect(lines);
}

/** Each attempt once: the file that names one twice is not believed at all. */
export function collect(lines: readonly (ReturnRow | ReturnFault | undefined)[]): ReadReturn {
  const rows: ReturnRow[] = [];
  const faults: ReturnFault[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    if (line === undefined) continue;
    if ('code' in line) {
      faults.push(line);
      continue;
    }
    const key = `${line.applicationNumber}-${line.attempt}`;
    if (seen.has(key)) faults.push({ line: line.line, code: 'twice', text: key });
    seen.add(key);
    rows.push(line);
  }
  return { rows, faults };
}

type Columns = Readonly<Record<keyof typeof HEADS, number>>;

function findColumn(row: Row, kind: keyof typeof HEADS): number {
  return row.findIndex((cell) => HEADS[kind].test(cell.normalize('NFKC').replaceAll(/\s/g, '')));
}

function readLine(row: Row, columns: Columns, line: number): ReturnRow | ReturnFault | undefined {
  const result = row[columns.result] ?? '';
  const reference = row.map(findReference).find((found) => found !== undefined);
  if (reference === undefined) {
    // Sums below the rows have neither.
    return result === '' ? undefined : { line, code: 'no_reference', text: row.join(' ').trim() };
  }
  const outcome = readOutcome(result);
  if (outcome === undefined) return { line, code: 'unknown_result', text: result };
  const amount = readAmount(row[columns.amount] ?? '');
  if (amount === undefined) {
    return { line, code: 'bad_amount', text: row[columns.amount] ?? '' };
  }
  const cause = outcome === 'failed' || outcome === 'returned' ? (row[columns.cause] ?? '') : '';
  return {
    ...reference,
    line,
    outcome,
    cause: cause === '' ? (outcome === 'succeeded' || outcome === null ? null : result) : cause,
    amountFen: amount,
  };
}

function readAmount(text: string): Fen | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s¥元]/g, '');
  if (plain === '') return null;
  const parsed = parseYuan(plain);
  return parsed.ok ? parsed.value : undefined;
}

const RESULTS: readonly (readonly [RegExp, Outcome | null])[] = [
  [/退票|退汇|退回|^RTRN$/, 'returned'],
  // Before the word of success that stands within.
  [/不成功|未成功|失败|拒绝|未入账|错误|^(RJCT|F|FAIL|N)$/, 'failed'],
  [/处理中|待处理|已受理|未处理|^(PDNG|ACTC|ACCP|ACSP|P)$/, null],
  [/成功|已入账|已发放|^(ACSC|ACCC|S|SUCCESS|Y|0+)$/, 'succeeded'],
];

/** Undefined for a word that is none of ours: nothing is guessed about money. */
export function readOutcome(text: string): Outcome | null | undefined {
  const word = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return RESULTS.find(([pattern]) => pattern.test(word))?.[1];
}
