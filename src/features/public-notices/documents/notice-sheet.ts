import { fen, formatYuanShort, sumFen } from '#core/money.ts';
import { day, toChineseDate } from '#core/plain-date.ts';
import { typesetPdf } from '#platform/typeset-pdf.ts';

import type { NoticeDetail } from '../rules/public-notice-views.ts';
import { NOTICE_SHEET_TYP } from './notice-sheet.typ.ts';

/** What is printed of a notice; nothing of it names a person in full. */
export type SheetNotice = Pick<
  NoticeDetail,
  | 'unionName'
  | 'title'
  | 'place'
  | 'startsOn'
  | 'endsOn'
  | 'workingDays'
  | 'contact'
  | 'complaintPhone'
  | 'entries'
>;

/** 公示表: A4, to be hung on a wall. */
export function renderNoticeSheet(notice: SheetNotice): Uint8Array {
  const data = {
    title: notice.title,
    unionName: notice.unionName,
    startsOn: toChineseDate(day(notice.startsOn)),
    endsOn: toChineseDate(day(notice.endsOn)),
    date: notice.startsOn.split('-').map(Number),
    workingDays: notice.workingDays,
    place: notice.place,
    contact: notice.contact,
    complaintPhone: notice.complaintPhone,
    total: formatYuanShort(sumFen(notice.entries.map(({ amountFen }) => fen(amountFen)))),
    rows: notice.entries.map((entry) => [
      String(entry.position),
      entry.maskedName,
      entry.workUnit,
      entry.aidType,
      formatYuanShort(fen(entry.amountFen)),
    ]),
  };
  return typesetPdf({
    sources: { '/notice-sheet.typ': NOTICE_SHEET_TYP },
    main: '/notice-sheet.typ',
    inputs: { sheet: JSON.stringify(data) },
    answerLabel: '<none>',
  }).pdf;
}
