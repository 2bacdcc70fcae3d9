import { createHash } from 'node:crypto';

import { totalOf } from '../../rules/bank-batch.ts';
import type { BankBatch } from '../../rules/bank-batch.ts';
import type { BankTemplate } from '../../rules/words.ts';
import { renderPain001 } from './pain-001.ts';
import { renderGb18030Text, renderIcbc, renderNeutralCsv } from './text-files.ts';

export interface BankFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly digest: string;
  readonly rowCount: number;
  readonly totalFen: number;
}

interface Template {
  readonly extension: string;
  readonly mediaType: string;
  readonly render: (batch: BankBatch) => Buffer;
}

const TEMPLATES: Readonly<Record<BankTemplate, Template>> = {
  icbc: { extension: 'csv', mediaType: 'text/csv', render: renderIcbc },
  neutral_csv: { extension: 'csv', mediaType: 'text/csv', render: renderNeutralCsv },
  gb18030_text: { extension: 'txt', mediaType: 'text/plain', render: renderGb18030Text },
  pain_001: { extension: 'xml', mediaType: 'application/xml', render: renderPain001 },
};

/** A batch as the files of one bank, none with more rows than it takes; parts have numbers of their own. */
export function renderBankFiles(
  batch: BankBatch,
  template: BankTemplate,
  rowLimit: number,
): BankFile[] {
  const { extension, mediaType, render } = TEMPLATES[template];
  const partCount = Math.ceil(batch.payments.length / rowLimit);
  return Array.from({ length: partCount }, (_, part) => {
    const number = partCount === 1 ? batch.number : `${batch.number}-${part + 1}`;
    const payments = batch.payments.slice(part * rowLimit, (part + 1) * rowLimit);
    const bytes = render({ ...batch, number, payments });
    return {
      name: `${number}.${extension}`,
      mediaType,
      bytes,
      digest: createHash('sha256').update(bytes).digest('hex'),
      rowCount: payments.length,
      totalFen: totalOf({ payments }),
    };
  });
}
