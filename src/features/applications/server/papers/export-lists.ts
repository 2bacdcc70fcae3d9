import { AppError } from '#core/app-error.ts';
import { fillSheet, listExportBytes } from '#features/fund-years/server/commands/list-workbook.ts';
import type { Context } from '#platform/context.ts';

import { renderRoster } from '../../documents/roster.ts';
import { filterText } from '../../messages.ts';
import { LEDGER_SHEET } from '../../rules/ledger-sheet.ts';
import type { ListLine } from '../../rules/ledger-sheet.ts';
import { MAX_LEDGER_ROWS, MAX_ROSTER_ROWS } from '../../rules/paper-inputs.ts';
import type { ListExport } from '../../rules/paper-inputs.ts';
import type { ApplicationKeys } from '../application-keys.ts';
import { listApplicationIds } from '../list-applications.ts';
import { findPrintMark } from './print-mark.ts';
import { readLines } from './read-lines.ts';

/**
 * 救助名册 of what a filter finds, as PDF.
 * @throws AppError `conflict` `application.nothing_to_list` or `application.list_too_long`.
 */
export async function printRoster(
  context: Context,
  keys: ApplicationKeys,
  wish: ListExport,
): Promise<Buffer> {
  const list = await readList(context, keys, { ...wish, max: MAX_ROSTER_ROWS });
  return Buffer.from(renderRoster(list, await findPrintMark(context)));
}

/** 救助台账 of what a filter finds, as a workbook. @throws as `printRoster`. */
export async function exportLedger(
  context: Context,
  keys: ApplicationKeys,
  wish: ListExport,
): Promise<Buffer> {
  const list = await readList(context, keys, { ...wish, max: MAX_LEDGER_ROWS });
  const { by, on, at } = await findPrintMark(context);
  return listExportBytes({
    title: '救助台账导出说明',
    by,
    at: `${on} ${at}`,
    reason: list.purpose,
    remark: `条件：${list.filter}。身份证号已脱敏；金额为批准金额，尚未批准的见备注。`,
    count: list.lines.length,
    sheets: [fillSheet(LEDGER_SHEET, list.lines)],
  });
}

interface ReadList {
  readonly filter: string;
  readonly purpose: string;
  readonly lines: readonly ListLine[];
}

async function readList(
  context: Context,
  keys: ApplicationKeys,
  { filter, reason, max }: ListExport & { readonly max: number },
): Promise<ReadList> {
  const ids = await listApplicationIds(context, filter, max + 1);
  if (ids.length === 0) throw new AppError('conflict', 'application.nothing_to_list');
  if (ids.length > max) throw new AppError('conflict', 'application.list_too_long', { max });
  // What was searched for is somebody's name.
  const { search = '', ...after } = filter;
  await context.record({
    subjectId: null,
    reason,
    after: { ...after, hasSearch: search !== '', count: ids.length },
  });
  return {
    filter: filterText(filter, await findUnionName(context, filter.below)),
    purpose: reason,
    lines: await readLines(context, keys, ids),
  };
}

async function findUnionName(
  { transaction }: Context,
  id: number | undefined,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const union = await transaction
    .selectFrom('unions')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return union?.name;
}
