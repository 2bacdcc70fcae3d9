import { expect, test } from 'vitest';

import { explainFault, explainVerification } from './messages.ts';
import type { Verification } from './rules/log-fault.ts';

const WHOLE: Verification = {
  ok: true,
  entryCount: 12,
  blockCount: 3,
  queuedCount: 0,
  withheldCount: 0,
  keyFingerprint: 'ab'.repeat(32),
  head: null,
};

test('a changed entry is named with its time in China and the Chinese name of its action', () => {
  const atMs = Date.UTC(2026, 1, 28, 16, 30, 5);
  const trace = { entryId: 8, blockNo: 2, atMs, action: 'union.renamed' };
  expect(explainFault({ kind: 'entry_changed', ...trace }, { 'union.renamed': '工会更名' })).toBe(
    '第8号记录（2026-03-01 00:30:05，工会更名）被改动：内容与第2块封存的摘要不符。',
  );
});

test('an entry whose own time is nonsense is named by what is left', () => {
  const trace = { entryId: 8, atMs: 1e300, action: null };
  expect(explainFault({ kind: 'entry_forged', ...trace })).toBe(
    '第8号记录不是本系统写入的：校验码不符。',
  );
});

test('a whole log is told with what waits and what was withheld', () => {
  expect(explainVerification(WHOLE)).toBe('审计日志完整：共12条记录、3个封存块。');
  expect(explainVerification({ ...WHOLE, queuedCount: 2, withheldCount: 4 })).toBe(
    '审计日志完整：共12条记录、3个封存块，其中2条尚待封存，4条只有摘要、内容未随文件导出。',
  );
});
