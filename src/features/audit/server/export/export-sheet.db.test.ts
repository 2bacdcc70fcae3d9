import { buffer } from 'node:stream/consumers';

import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import { openTestDatabase } from '#tests/support/database.ts';

import { appendMany } from '../audit-log.fixture.ts';
import { exportSheet } from './export-sheet.ts';

test('the sheet holds every filtered entry once, over several pages, the newest first', async () => {
  const database = await openTestDatabase();
  try {
    await database.owner.query
      .insertInto('unions')
      .values({ code: '1', name: '样例区总工会', level: 'district' })
      .execute();
    await appendMany(database.app, 1);
    await sql`insert into audit_entries (body, mac)
      select replace(body, '"subjectId":"0"', '"subjectId":"' || n || '"'), mac
      from audit_entries, generate_series(1, 2299) as n order by n`.execute(database.owner.query);
    const words = { labels: { 'union.renamed': '工会更名' } };
    const options = { filter: { action: 'union.renamed' }, scope: SYSTEM_SCOPE, words };
    const bytes = await buffer(exportSheet(database.app, options));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer);
    const sheet = workbook.worksheets[0];
    expect(sheet?.rowCount).toBe(2301);
    expect(sheet?.getRow(2).getCell(7).value).toBe('2299');
    expect(sheet?.getRow(2301).getCell(7).value).toBe('0');
    expect(sheet?.getRow(2).getCell(2).value).toBe('2026-03-02 10:00:00');
    expect(sheet?.getRow(2).getCell(5).value).toBe('工会更名');
  } finally {
    await database.close();
  }
});
