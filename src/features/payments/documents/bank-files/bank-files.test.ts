import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';

import { fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { decodeGb18030 } from '#platform/gb18030.ts';

import type { BankBatch, BankPayment } from '../../rules/bank-batch.ts';
import { readReturnTable } from '../../rules/read-return.ts';
import { splitTable } from '../../rules/split-table.ts';
import { BANK_TEMPLATES } from '../../rules/words.ts';
import { renderBankFiles } from './render-bank-files.ts';

function aPayment(place: number, overrides: Partial<BankPayment> = {}): BankPayment {
  return {
    reference: `SQ2026${String(place).padStart(6, '0')}-1`,
    payeeName: '样例甲',
    accountNumber: '6222023602000000000',
    bankName: '样例银行样例支行',
    bankCode: '',
    phone: '13800000000',
    amountFen: fen(600_05),
    ...overrides,
  };
}

function aBatch(payments: readonly BankPayment[]): BankBatch {
  return {
    number: 'FF2026000001',
    purpose: '困难职工救助',
    on: day('2026-03-02'),
    madeAt: new Date('2026-03-02T02:00:00Z'),
    payer: {
      accountName: '样例区总工会',
      accountNumber: '3602000000000000001',
      bankName: '样例银行样例支行',
    },
    payments,
  };
}

const textOf = (template: (typeof BANK_TEMPLATES)[number], batch: BankBatch): string => {
  const [file] = renderBankFiles(batch, template, 1000);
  if (file === undefined) throw new Error('no file');
  const isGb = template === 'icbc' || template === 'gb18030_text';
  return isGb ? (decodeGb18030(file.bytes) ?? '') : file.bytes.toString('utf8');
};

describe('bank files', () => {
  test('the ICBC columns stand in the order of the bank', () => {
    const [head, row] = textOf('icbc', aBatch([aPayment(17)])).split('\r\n');
    expect(head).toBe(
      '付款开户行,付款账号,付款户名,收款开户行,收款省份,收款城市,收款账号,收款户名,金额,用途,备注,短信手机',
    );
    expect(row).toBe(
      '样例银行样例支行,3602000000000000001,样例区总工会,样例银行样例支行,,,6222023602000000000,样例甲,600.05,困难职工救助,SQ2026000017-1,13800000000',
    );
  });

  test('the neutral list begins with batch, day, count and sum, and keeps accounts texts', () => {
    const text = textOf('neutral_csv', aBatch([aPayment(1), aPayment(2)]));
    expect(
      text.startsWith(
        '\u{FEFF}"批次号","FF2026000001","日期","2026-03-02","笔数","2","合计","1200.10"\r\n',
      ),
    ).toBe(true);
    expect(text).toContain('"1","样例甲","\t6222023602000000000","样例银行样例支行","","600.05"');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('the text for banks has bars between its cells and rare characters of names', () => {
    const text = textOf('gb18030_text', aBatch([aPayment(1, { payeeName: '样𠮷' })]));
    expect(text).toBe(
      'FF2026000001|2026-03-02|1|600.05\r\n1|样𠮷|6222023602000000000|样例银行样例支行||600.05|困难职工救助|SQ2026000001-1\r\n',
    );
  });

  test.each(['icbc', 'neutral_csv', 'gb18030_text'] as const)(
    'no name breaks the cells of %s or is reckoned with',
    (template) => {
      const payeeName = '=1+1,"样|例"\r\n甲';
      const rows = splitTable(textOf(template, aBatch([aPayment(1, { payeeName })])));
      const last = rows.at(-1);
      expect(last).toHaveLength(rows.at(template === 'icbc' ? 0 : -1)?.length ?? 0);
      expect(last?.some((cell) => cell.startsWith('='))).toBe(false);
      expect(last).toContain('600.05');
    },
  );

  test('a bank that takes fifty rows gets as many files, each with its own sum and digest', () => {
    const payments = Array.from({ length: 101 }, (_, at) => aPayment(at + 1));
    const files = renderBankFiles(aBatch(payments), 'neutral_csv', 50);
    expect(files.map(({ name, rowCount, totalFen }) => [name, rowCount, totalFen])).toEqual([
      ['FF2026000001-1.csv', 50, 50 * 600_05],
      ['FF2026000001-2.csv', 50, 50 * 600_05],
      ['FF2026000001-3.csv', 1, 600_05],
    ]);
    expect(new Set(files.map(({ digest }) => digest)).size).toBe(3);
    expect(files[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the same batch makes the same bytes', () => {
    for (const template of BANK_TEMPLATES) {
      const digests = [1, 2].map(
        () => renderBankFiles(aBatch([aPayment(1)]), template, 50)[0]?.digest,
      );
      expect(digests[0]).toBe(digests[1]);
    }
  });

  test('what was sent is read again by its references', () => {
    const rows = splitTable(textOf('icbc', aBatch([aPayment(1), aPayment(2)])));
    const back = rows.map((row, at) => [...row, at === 0 ? '处理结果' : '成功']);
    expect(
      readReturnTable(back).rows.map(({ applicationNumber, amountFen }) => [
        applicationNumber,
        amountFen,
      ]),
    ).toEqual([
      ['SQ2026000001', 60005],
      ['SQ2026000002', 60005],
    ]);
  });
});

/** Children of pain.001.001.03 as its schema orders them, as far as they are written. */
const SCHEMA: Readonly<Record<string, readonly string[]>> = {
  Document: ['CstmrCdtTrfInitn'],
  CstmrCdtTrfInitn: ['GrpHdr', 'PmtInf'],
  GrpHdr: ['MsgId', 'CreDtTm', 'Authstn', 'NbOfTxs', 'CtrlSum', 'InitgPty', 'FwdgAgt'],
  PmtInf: [
    'PmtInfId',
    'PmtMtd',
    'BtchBookg',
    'NbOfTxs',
    'CtrlSum',
    'PmtTpInf',
    'ReqdExctnDt',
    'PoolgAdjstmntDt',
    'Dbtr',
    'DbtrAcct',
    'DbtrAgt',
    'DbtrAgtAcct',
    'UltmtDbtr',
    'ChrgBr',
    'ChrgsAcct',
    'ChrgsAcctAgt',
    'CdtTrfTxInf',
  ],
  CdtTrfTxInf: [
    'PmtId',
    'PmtTpInf',
    'Amt',
    'XchgRateInf',
    'ChrgBr',
    'ChqInstr',
    'UltmtDbtr',
    'IntrmyAgt1',
    'CdtrAgt',
    'CdtrAgtAcct',
    'Cdtr',
    'CdtrAcct',
    'UltmtCdtr',
    'InstrForCdtrAgt',
    'InstrForDbtrAgt',
    'Purp',
    'RgltryRptg',
    'Tax',
    'RltdRmtInf',
    'RmtInf',
  ],
  PmtId: ['InstrId', 'EndToEndId'],
  Amt: ['InstdAmt'],
  FinInstnId: ['BIC', 'ClrSysMmbId', 'Nm', 'PstlAdr', 'Othr'],
  ClrSysMmbId: ['ClrSysId', 'MmbId'],
  ClrSysId: ['Cd'],
  DbtrAgt: ['FinInstnId', 'BrnchId'],
  CdtrAgt: ['FinInstnId', 'BrnchId'],
  InitgPty: ['Nm'],
  Dbtr: ['Nm'],
  Cdtr: ['Nm'],
  DbtrAcct: ['Id', 'Tp', 'Ccy', 'Nm'],
  CdtrAcct: ['Id', 'Tp', 'Ccy', 'Nm'],
  RmtInf: ['Ustrd', 'Strd'],
};

interface Seen {
  readonly faults: string[];
  readonly texts: Readonly<Record<string, string[]>>;
}

/** Walks a file by the schema above: unknown children and wrong order are faults. */
function walk(xml: string): Seen {
  const faults: string[] = [];
  const texts: Record<string, string[]> = {};
  const path: { tag: string; at: number }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const parent = path.at(-1);
    const order = parent === undefined ? ['Document'] : SCHEMA[parent.tag];
    if (order !== undefined && parent !== undefined) {
      const at = order.indexOf(name);
      if (at < parent.at) faults.push(`${parent.tag}/${name}`);
      parent.at = at;
    }
    path.push({ tag: name, at: 0 });
  });
  parser.on('text', (text) => {
    const tag = path.at(-1)?.tag ?? '';
    if (text.trim() !== '') (texts[tag] ??= []).push(text);
  });
  parser.on('closetag', () => path.pop());
  parser.write(xml).close();
  return { faults, texts };
}

describe('ISO 20022 pain.001', () => {
  test('stands in the order of the schema with CNY and sums of its rows', () => {
    const payments = [aPayment(1), aPayment(2, { bankCode: '102100099996' })];
    const xml = textOf('pain_001', aBatch(payments));
    const { faults, texts } = walk(xml);
    expect(faults).toEqual([]);
    expect(texts['CtrlSum']).toEqual(['1200.10', '1200.10']);
    expect(texts['NbOfTxs']).toEqual(['2', '2']);
    expect(texts['EndToEndId']).toEqual(['SQ2026000001-1', 'SQ2026000002-1']);
    expect(texts['MmbId']).toEqual(['102100099996']);
    expect(xml.match(/<InstdAmt Ccy="CNY">600\.05<\/InstdAmt>/g)).toHaveLength(2);
    expect(texts['CreDtTm']).toEqual(['2026-03-02T02:00:00']);
  });

  test('escapes what would be markup', () => {
    const xml = textOf('pain_001', aBatch([aPayment(1, { payeeName: '甲<&>乙' })]));
    expect(walk(xml).texts['Nm']).toContain('甲<&>乙');
  });
});
