import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi, TestClient } from '../../../../tests/support/api.ts';
import { TEST_NOW } from '../../../../tests/support/context.ts';
import { addBackupRoutes } from './routes.ts';

let test: TestApi;
let admin: TestClient;

beforeAll(async () => {
  test = await openTestApi({ addRoutes: addBackupRoutes });
  admin = await test.asRole('system_admin', 'D');
});
afterAll(() => test.close());

const HOUR = 3_600_000;
const FACTS = { file: 'one.bak', rowCount: 40, fileCount: 2, lostFileCount: 0, byteLength: 9000 };

/** As the command writes it. */
const writeBackup = (hoursAgo: number, after: object = {}) =>
  inTransaction(test.database, SYSTEM_SCOPE, (transaction) =>
    test.auditLog.append(transaction, {
      atMs: TEST_NOW.getTime() - hoursAgo * HOUR,
      accountId: null,
      accountName: '命令行（root）',
      unionId: null,
      action: 'backup.written',
      subject: 'installation',
      subjectId: null,
      outcome: 'done',
      requestId: 'cli-1',
      ip: null,
      reason: null,
      before: null,
      after: { ...FACTS, tableCount: 20, digest: 'x', ...after },
    }),
  );
const status = async (client = admin) => (await client.get('/api/backup/status')).body;

describe('the backup status', () => {
  it('warns of a system that was never backed up', async () => {
    expect(await status()).toEqual({ last: null, warnAfterHours: 26, isOverdue: true });
  });

  it('tells the newest backup, who wrote it, and warns by the setting in force', async () => {
    await writeBackup(60, { file: 'old.bak' });
    await writeBackup(30);
    expect(await status()).toEqual({
      last: { writtenAt: '2026-02-28T20:00:00.000Z', writtenBy: '命令行（root）', ...FACTS },
      warnAfterHours: 26,
      isOverdue: true,
    });
    const value = { key: 'backup.warn_after_hours', value: '36', reason: '测试需要' };
    await test.owner.query
      .insertInto('settingEntries')
      .values({ ...value, validFrom: '2026-03-01' })
      .execute();
    expect(await status()).toMatchObject({ warnAfterHours: 36, isOverdue: false });
  });

  it('is the same to a system administrator of a part of the tree, and to no other role', async () => {
    await writeBackup(1);
    const inTown = await test.asRole('system_admin', 'T1');
    expect(await status(inTown)).toEqual(await status());
    for (const role of ['security_admin', 'audit_admin', 'district_officer'] as const) {
      const client = await test.asRole(role, 'D');
      expect((await client.get('/api/backup/status')).status).toBe(403);
    }
  });
});
