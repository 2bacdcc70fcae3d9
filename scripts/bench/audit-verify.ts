import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql } from 'kysely';

import {
  digestBody,
  FIRST_PREVIOUS_DIGEST,
  makeBlock,
  toContents,
} from '#features/audit/server/block.ts';
import type { Block, BlockItem } from '#features/audit/server/block.ts';
import { databaseLog } from '#features/audit/server/verify/database-log.ts';
import { readLog, toNumber } from '#features/audit/server/verify/read-log.ts';
import { verifyLog } from '#features/audit/server/verify/verify-log.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import type { Database } from '#platform/database/open-database.ts';
import { prepareDatabase } from '#platform/database/prepare-database.ts';
import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';

import { toRate } from './bench-result.ts';
import type { BenchResult } from './bench-result.ts';

const ENTRIES = 1_000_000;
const ENTRIES_OF_A_BLOCK = 200;
const BAR_SECONDS = 10;

/** Verifies a live log of a million entries: every text hashed, every block and signature checked. */
export async function benchAuditVerify(): Promise<BenchResult[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'songnuan-bench-'));
  const server = await startEmbeddedServer({ dataDir, isThrowAway: true });
  try {
    const connection = server.clientConfig('postgres', server.superuser);
    await prepareDatabase(connection);
    const database = openDatabase({ connection });
    try {
      return await measure(database);
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(database: Database): Promise<BenchResult[]> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await writeEntries(database);
  await writeBlocks(database, privateKey);
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const started = performance.now();
  const result = await verifyLog(databaseLog(database, { publicKey }));
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  if (!result.ok || result.entryCount !== ENTRIES) {
    throw new Error(`not whole: ${JSON.stringify(result)}`);
  }
  const added = Math.round((peak - before) / 2 ** 20);
  return [
    {
      name: `verify ${ENTRIES.toLocaleString('en-US')} audit entries live (${toRate(ENTRIES / seconds)}, ${result.blockCount} blocks, + ${added} MiB)`,
      value: `${seconds.toFixed(2)} s`,
      bar: `≤ ${BAR_SECONDS} s`,
      met: seconds <= BAR_SECONDS,
    },
  ];
}

/** As the program writes them, but for the mac, which only entries that wait are judged by. */
async function writeEntries({ query }: Database): Promise<void> {
  await sql`alter table audit_entries disable trigger user`.execute(query);
  await sql`insert into audit_entries (body, mac)
    select json_build_object('atMs', 1772416800000 + n, 'accountId', n % 150, 'accountName', '王经办',
      'unionId', n % 400, 'action', 'union.renamed', 'subject', 'union', 'subjectId', n::text,
      'outcome', 'done', 'requestId', md5(n::text), 'ip', '10.0.0.8', 'reason', '工会更名，见区总工会文件',
      'before', json_build_object('name', '样例第' || n || '公司工会委员会', 'closedOn', null),
      'after', json_build_object('name', '样例第' || n || '公司工会联合会', 'closedOn', null))::text, ''
    from generate_series(1, ${ENTRIES}::int) as n`.execute(query);
}

async function writeBlocks(database: Database, signingKey: KeyObject): Promise<void> {
  const waiting: BlockItem[] = [];
  const made: Block[] = [];
  let last: Block | undefined;
  const seal = (): void => {
    last = makeBlock(
      {
        no: (last?.no ?? 0) + 1,
        sealedAtMs: 1_772_416_800_000,
        previousDigest: last?.digest ?? FIRST_PREVIOUS_DIGEST,
        contents: toContents(waiting.splice(0, ENTRIES_OF_A_BLOCK)),
      },
      signingKey,
    );
    made.push(last);
  };
  for await (const step of readLog(database, { columns: 'id, body' })) {
    if (!('entries' in step)) continue;
    for (const [id, body] of step.entries) {
      waiting.push({ id: toNumber(id), digest: digestBody(body ?? '') });
    }
    while (waiting.length >= ENTRIES_OF_A_BLOCK) seal();
    if (made.length >= 100) await insertBlocks(database, made.splice(0));
  }
  if (waiting.length > 0) seal();
  await insertBlocks(database, made);
}

async function insertBlocks({ query }: Database, blocks: readonly Block[]): Promise<void> {
  if (blocks.length === 0) return;
  await query
    .insertInto('auditBlocks')
    .values(blocks.map((block) => ({ ...block, entryCount: block.contents.length / 40 })))
    .execute();
}
