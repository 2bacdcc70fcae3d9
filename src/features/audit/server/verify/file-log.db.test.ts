import { generateKeyPairSync } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gunzipSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { verifyCommand as command } from '#app/cli/verify.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';

import type { Verification } from '../../rules/log-fault.ts';
import type { LogLine } from '../../rules/log-file.ts';
import { append, appendMany, NOW, PUBLIC_KEY, seal, sealAll } from '../audit-log.fixture.ts';
import { exportLog } from '../export/export-log.ts';
import { fileLog } from './file-log.ts';
import { verifyLog } from './verify-log.ts';
import type { VerifyOptions } from './verify-log.ts';

/** Six entries in blocks of three, one that speaks of a case, a straggler, and one that waits. */
let database: TestDatabase;
let folder: string;
let lines: string[];

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'songnuan-audit-'));
  await appendMany(database.app, 6);
  await sealAll(database.app, 3);
  await inTransaction(database.app, SYSTEM_SCOPE, async (transaction) => {
    await append(transaction, { action: 'case.approved', after: { illness: '肺炎\u2028"' } });
    await appendMany(database.owner, 1);
    await seal(database.app);
  });
  await seal(database.app);
  await appendMany(database.app, 1);
  const path = await exportTo('whole.jsonl.gz', true);
  lines = gunzipSync(await readFile(path))
    .toString()
    .split('\n')
    .slice(0, -1);
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function exportTo(name: string, withBusiness: boolean): Promise<string> {
  const path = join(folder, name);
  const options = { publicKey: PUBLIC_KEY, now: NOW, withBusiness };
  await database.owner.query
    .insertInto('unions')
    .values({ code: '1', name: '样例区总工会', level: 'district' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const root = await database.owner.query.selectFrom('unions').select('id').executeTakeFirst();
  const scope = String(root?.id);
  await pipeline(exportLog(database.app, { ...options, scope }), createWriteStream(path));
  return path;
}

async function verifyLines(
  changed: readonly string[],
  options: VerifyOptions = { publicKey: PUBLIC_KEY },
): Promise<Verification> {
  const path = join(folder, 'changed.jsonl.gz');
  await writeFile(path, gzipSync(changed.map((line) => `${line}\n`).join('')));
  return verifyLog(fileLog(path), options);
}

/** Changes the parsed lines; the header stays. */
function edit(change: (parsed: LogLine[]) => LogLine[]): string[] {
  const [header = '', ...rest] = lines;
  // Written by the export a moment ago.
  const parsed = rest.map((line) => JSON.parse(line) as LogLine);
  return [header, ...change(parsed).map((line) => JSON.stringify(line))];
}

function editEntries(
  change: (entries: (readonly [number, string])[]) => (readonly [number, string])[],
): string[] {
  return edit((parsed) =>
    parsed.map((line) =>
      // No text of this export is withheld.
      'entries' in line ? { entries: change(line.entries as [number, string][]) as never } : line,
    ),
  );
}

describe('an exported log', () => {
  test('is verified without the database, stragglers and weird texts included', async () => {
    expect(await verifyLines(lines)).toMatchObject({
      ok: true,
      entryCount: 9,
      blockCount: 4,
      queuedCount: 1,
      withheldCount: 0,
    });
  });

  test('names the first entry whose text was changed', async () => {
    const changed = editEntries((entries) =>
      entries.map(([id, body]) => (id >= 4 ? [id, body.replace('工会', '公司')] : [id, body])),
    );
    expect((await verifyLines(changed)).fault).toMatchObject({
      kind: 'entry_changed',
      entryId: 4,
      atMs: NOW.getTime(),
    });
  });

  test('names an entry that was taken out, and one that was put in', async () => {
    const removed = editEntries((entries) => entries.filter(([id]) => id !== 5));
    expect((await verifyLines(removed)).fault).toMatchObject({ kind: 'entry_removed', entryId: 5 });
    const added = editEntries((entries) => [...entries, [55, '{"action":"x.y"}']]);
    expect((await verifyLines(added)).fault).toMatchObject({
      kind: 'entry_unsealed',
      entryId: 55,
      action: 'x.y',
    });
  });

  test('names the first wrong block', async () => {
    const without = edit((parsed) => parsed.filter((line) => !('no' in line && line.no === 2)));
    expect((await verifyLines(without)).fault).toEqual({ kind: 'block_missing', blockNo: 2 });
    const later = edit((parsed) =>
      parsed.map((line) => ('no' in line && line.no === 3 ? { ...line, sealedAtMs: 1 } : line)),
    );
    expect((await verifyLines(later)).fault).toEqual({ kind: 'block_changed', blockNo: 3 });
  });

  test('whose end was cut off is known by the digest it gives itself, or one noted down', async () => {
    const cut = edit((parsed) =>
      parsed.flatMap((line): LogLine[] => {
        if ('no' in line && line.no === 4) return [];
        if ('entries' in line) return [{ entries: line.entries.filter(([id]) => id !== 7) }];
        return [line];
      }),
    );
    expect((await verifyLines(cut)).fault).toMatchObject({ kind: 'head_missing' });
    const silent = [...cut.slice(0, -1), JSON.stringify({ head: null })];
    expect(await verifyLines(silent)).toMatchObject({ ok: true });
    const { head } = await verifyLines(lines);
    expect(
      (await verifyLines(silent, { publicKey: PUBLIC_KEY, head: head?.digest })).fault,
    ).toEqual({ kind: 'head_missing', digest: head?.digest });
  });

  test('signed by somebody else passes only as long as nobody asks for the right key', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    expect((await verifyLines(lines, { publicKey })).fault).toEqual({
      kind: 'block_unsigned',
      blockNo: 1,
    });
  });

  test('for a reader without business rights withholds those texts, and is verified all the same', async () => {
    const path = await exportTo('open.jsonl.gz', false);
    const text = gunzipSync(await readFile(path)).toString();
    expect(text).not.toContain('肺炎');
    expect(text).toContain('第0工会');
    expect(await verifyLog(fileLog(path))).toMatchObject({ ok: true, withheldCount: 1 });
  });

  test.each([
    ['cut in the middle of a line', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['of another kind', () => gzipSync('{"format":"other"}\n')],
    ['that is not packed', () => Buffer.from('hello')],
    ['that is empty', () => Buffer.alloc(0)],
  ])('a file %s is refused', async (_what, damage) => {
    const path = join(folder, 'damaged.jsonl.gz');
    await writeFile(path, damage(await readFile(join(folder, 'whole.jsonl.gz'))));
    await expect(verifyLog(fileLog(path))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'audit.file_malformed',
    });
  });

  test('a file that is not there is refused with the place as the cause', async () => {
    await expect(verifyLog(fileLog(join(folder, 'none')))).rejects.toMatchObject({
      code: 'audit.file_unreadable',
    });
  });
});

describe('the command', () => {
  test('ends with 0 for a whole file and with 5 for one that was cut', async () => {
    const keyFile = join(folder, 'key.pem');
    await writeFile(keyFile, PUBLIC_KEY.export({ type: 'spki', format: 'pem' }));
    const whole = join(folder, 'whole.jsonl.gz');
    expect(await command.run([whole, '--public-key', keyFile])).toBe(0);
    expect(await command.run([whole, '--head', 'ab'.repeat(32)])).toBe(5);
  });

  test('refuses a digest and a key that are none', async () => {
    const whole = join(folder, 'whole.jsonl.gz');
    await expect(command.run([whole, '--head', 'abc'])).rejects.toMatchObject({
      code: 'audit.head_malformed',
    });
    await expect(command.run([whole, '--public-key', whole])).rejects.toMatchObject({
      code: 'audit.public_key_malformed',
    });
  });
});
