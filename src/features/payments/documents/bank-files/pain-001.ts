import { toPlainYuan, totalOf } from '../../rules/bank-batch.ts';
import type { BankBatch, BankPayment } from '../../rules/bank-batch.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.03';
/** Lengths of the standard: Max140Text of names, Max35Text of identifiers. */
const MAX_NAME = 140;

/** ISO 20022 customer credit transfer in CNY; elements stand in the order of the schema. */
export function renderPain001(batch: BankBatch): Buffer {
  const { number, madeAt, payer, on, payments } = batch;
  const count = String(payments.length);
  const sum = toPlainYuan(totalOf(batch));
  const header = element('GrpHdr', [
    element('MsgId', number),
    element('CreDtTm', madeAt.toISOString().slice(0, 19)),
    element('NbOfTxs', count),
    element('CtrlSum', sum),
    element('InitgPty', [name(payer.accountName)]),
  ]);
  const information = element('PmtInf', [
    element('PmtInfId', number),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', 'true'),
    element('NbOfTxs', count),
    element('CtrlSum', sum),
    element('ReqdExctnDt', on),
    element('Dbtr', [name(payer.accountName)]),
    element('DbtrAcct', [account(payer.accountNumber), element('Ccy', 'CNY')]),
    element('DbtrAgt', [element('FinInstnId', [name(payer.bankName)])]),
    ...payments.map((payment) => transaction(payment, batch)),
  ]);
  const body = element('CstmrCdtTrfInitn', [header, information]);
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}">${body}</Document>\n`,
  );
}

function transaction(payment: BankPayment, { purpose }: BankBatch): string {
  const { reference, amountFen, bankName, bankCode, payeeName, accountNumber } = payment;
  const agent =
    bankCode === ''
      ? [name(bankName === '' ? '开户行未登记' : bankName)]
      : [
          element('ClrSysMmbId', [
            element('ClrSysId', [element('Cd', 'CNAPS')]),
            element('MmbId', bankCode),
          ]),
        ];
  return element('CdtTrfTxInf', [
    element('PmtId', [element('InstrId', reference), element('EndToEndId', reference)]),
    element('Amt', [`<InstdAmt Ccy="CNY">${toPlainYuan(amountFen)}</InstdAmt>`]),
    element('CdtrAgt', [element('FinInstnId', agent)]),
    element('Cdtr', [name(payeeName)]),
    element('CdtrAcct', [account(accountNumber)]),
    element('RmtInf', [element('Ustrd', purpose)]),
  ]);
}

function name(text: string): string {
  return element('Nm', [...text].slice(0, MAX_NAME).join(''));
}

function account(number: string): string {
  return element('Id', [element('Othr', [element('Id', number)])]);
}

/** Children are XML already; a text is escaped. */
function element(tag: string, content: string | readonly string[]): string {
  const inner = typeof content === 'string' ? escape(content) : content.join('');
  return `<${tag}>${inner}</${tag}>`;
}

function escape(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
