import { formatYuan } from '#core/money.ts';
import { encodeGb18030 } from '#platform/gb18030.ts';

import { toPlainCell, toPlainYuan, totalOf } from '../../rules/bank-batch.ts';
import type { BankBatch } from '../../rules/bank-batch.ts';

const LINE_END = '\r\n';
const BYTE_ORDER_MARK = '\u{FEFF}';

/** Columns of the batch payment of ICBC; the reference is the remark. */
const ICBC_HEAD =
  '付款开户行,付款账号,付款户名,收款开户行,收款省份,收款城市,收款账号,收款户名,金额,用途,备注,短信手机';

/** ICBC reads commas in GB 18030; province and city are its own to find where they stand empty. */
export function renderIcbc({ payer, payments, purpose }: BankBatch): Buffer {
  const lines = payments.map((payment) => [
    payer.bankName,
    payer.accountNumber,
    payer.accountName,
    payment.bankName,
    '',
    '',
    payment.accountNumber,
    payment.payeeName,
    toPlainYuan(payment.amountFen),
    purpose,
    payment.reference,
    payment.phone,
  ]);
  return encodeGb18030(toLines([ICBC_HEAD, ...lines.map(toCommas)]));
}

/** Opens in a spreadsheet as it stands: the mark tells UTF-8, the tab keeps an account a text. */
export function renderNeutralCsv(batch: BankBatch): Buffer {
  const { number, on, payments, purpose } = batch;
  const rows = payments.map((payment, at) => [
    String(at + 1),
    payment.payeeName,
    `\t${payment.accountNumber}`,
    payment.bankName,
    payment.bankCode === '' ? '' : `\t${payment.bankCode}`,
    toPlainYuan(payment.amountFen),
    purpose,
    payment.reference,
  ]);
  const sum = formatYuan(totalOf(batch)).replaceAll(',', '');
  const head = ['批次号', number, '日期', on, '笔数', String(payments.length), '合计', sum];
  return Buffer.from(
    BYTE_ORDER_MARK +
      toLines([head, NEUTRAL_HEAD, ...rows].map((row) => row.map(toQuoted).join(','))),
  );
}

const NEUTRAL_HEAD = ['序号', '户名', '账号', '开户行', '行号', '金额', '用途', '备注'];

/** Bars between the cells: batch, day, count and sum first, then one payment a line. */
export function renderGb18030Text(batch: BankBatch): Buffer {
  const { number, on, payments, purpose } = batch;
  const rows = payments.map((payment, at) => [
    String(at + 1),
    payment.payeeName,
    payment.accountNumber,
    payment.bankName,
    payment.bankCode,
    toPlainYuan(payment.amountFen),
    purpose,
    payment.reference,
  ]);
  const head = [number, on, String(payments.length), toPlainYuan(totalOf(batch))];
  const lines = [head, ...rows].map((row) => row.map(toPlainCell).join('|'));
  return encodeGb18030(toLines(lines));
}

function toLines(lines: readonly string[]): string {
  return lines.map((line) => line + LINE_END).join('');
}

function toCommas(cells: readonly string[]): string {
  return cells.map((cell) => toPlainCell(cell).replaceAll(',', '，')).join(',');
}

function toQuoted(cell: string): string {
  const isText = cell.startsWith('\t');
  return `"${isText ? '\t' : ''}${toPlainCell(cell)}"`;
}
