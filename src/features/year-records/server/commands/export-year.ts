import { AppError } from '#core/app-error.ts';
import { yearOf } from '#core/plain-date.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import { yearWorkbookBytes } from '#features/fund-years/server/commands/write-year-workbook.ts';
import { toChinaDay, toChinaTime } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { EXPORT_NOTE_LABELS, EXPORT_NOTES_TITLE, EXPORT_REMARKS } from '../../messages.ts';
import { elementsToAnswer, recordedIndicators } from '../../rules/recorded-indicators.ts';
import type { YearExport } from '../../rules/year-export-inputs.ts';
import { loadBudget } from '../load-budget.ts';
import { loadLedger } from '../load-ledger.ts';
import type { YearRecordKeys } from '../load-ledger.ts';
import { loadForwardings, loadFundFacts } from '../load-year-facts.ts';

/**
 * The records of one year in sight as its workbook. Sheets of what is not recorded here are left empty.
 * @throws AppError `invalid` `year_records.cutoff_before_year`, `year_records.cutoff_in_future`, `conflict`
 *   as `loadLedger`.
 */
export async function exportYear(
  context: Context,
  keys: YearRecordKeys,
  wish: YearExport,
): Promise<Buffer> {
  const { year, cutoff, framework, reason } = wish;
  refuseCutoff(wish, toChinaDay(context.now));
  const records = await loadYear(context, keys, wish);
  const count = records.aid.length;
  await context.record({ subjectId: year, reason, after: { year, cutoff, framework, count } });
  const notes = listNotes(context, { reason, count });
  return Buffer.from(await yearWorkbookBytes({ records, notes }));
}

/** Every sheet that records fill. */
export async function loadYear(
  context: Context,
  keys: YearRecordKeys,
  wish: YearExport,
): Promise<YearRecords> {
  const budget = await loadBudget(context, wish);
  const isWhole = wish.framework === 'whole';
  return {
    fund: await loadFundFacts(context, wish),
    budget,
    aid: await loadLedger(context, keys, wish),
    forwarding: await loadForwardings(context, wish),
    indicators: isWhole ? null : recordedIndicators({ hasBudget: budget.length > 0 }),
    elements: isWhole ? elementsToAnswer() : [],
    ...NOT_RECORDED,
  };
}

const NOT_RECORDED = {
  survey: [],
  publicity: [],
  training: [],
  inspections: [],
  visits: [],
  grievances: [],
  reviewScores: [],
} satisfies Partial<YearRecords>;

function refuseCutoff({ year, cutoff }: YearExport, today: string): void {
  if (yearOf(cutoff) < year) {
    throw new AppError('invalid', 'year_records.cutoff_before_year', { cutoff, year });
  }
  if (cutoff > today) {
    throw new AppError('invalid', 'year_records.cutoff_in_future', { cutoff, today });
  }
}

function listNotes(
  { actor, now }: Context,
  { reason, count }: { readonly reason: string; readonly count: number },
) {
  const { by, at, remark, ...labels } = EXPORT_NOTE_LABELS;
  return {
    title: EXPORT_NOTES_TITLE,
    lines: [
      [by, actor.name],
      [at, `${toChinaDay(now)} ${toChinaTime(now)}`],
      [labels.reason, reason],
      [labels.count, String(count)],
      ...EXPORT_REMARKS.map((text) => [remark, text]),
    ],
  };
}
