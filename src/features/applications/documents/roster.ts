import { formatYuan, sumFen } from '#core/money.ts';
import { SEX_NAMES } from '#features/households/rules/word-names.ts';
import { typesetPdf } from '#platform/typeset-pdf.ts';

import { STATE_NAMES } from '../messages.ts';
import type { ListLine } from '../rules/ledger-sheet.ts';
import { PAPER_PAGE_SOURCE, toPageFacts } from './paper-page.ts';
import type { PrintMark } from './paper-page.ts';
import { ROSTER_TYP } from './roster.typ.ts';

export interface Roster {
  /** In words. */
  readonly filter: string;
  readonly purpose: string;
  readonly lines: readonly ListLine[];
}

/** 救助名册: one line an application. */
export function renderRoster({ filter, purpose, lines }: Roster, mark: PrintMark): Uint8Array {
  const granted = lines.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
  const data = {
    page: toPageFacts(mark),
    filter,
    purpose,
    total: formatYuan(sumFen(granted)),
    rows: lines.map(toCells),
  };
  return typesetPdf({
    sources: { ...PAPER_PAGE_SOURCE, '/roster.typ': ROSTER_TYP },
    main: '/roster.typ',
    inputs: { roster: JSON.stringify(data) },
    answerLabel: '<none>',
  }).pdf;
}

function toCells(line: ListLine, index: number): readonly string[] {
  return [
    String(index + 1),
    line.name,
    line.sex === null ? '' : SEX_NAMES[line.sex],
    line.identityNumber ?? '',
    line.unionName,
    line.townName ?? '',
    line.aidType,
    line.aidClass ?? '',
    line.amountFen === null ? '' : formatYuan(line.amountFen),
    line.appliedOn ?? '',
    line.approvedOn ?? '',
    STATE_NAMES[line.state],
  ];
}
