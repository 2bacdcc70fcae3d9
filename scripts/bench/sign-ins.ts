import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { announceToAccount } from '#app/announce-to-account.ts';
import { createFindSession } from '#features/accounts/server/find-session.ts';
import { createPasswordHasher } from '#features/accounts/server/password-hasher.ts';
import { createProofChallenges } from '#features/accounts/server/proof-challenges.ts';
import { addSignInRoutes } from '#features/accounts/server/sign-in-routes.ts';
import { createFindSettings } from '#features/settings/server/commands/load-settings.ts';
import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import type { Database } from '#platform/database/open-database.ts';
import { prepareDatabase } from '#platform/database/prepare-database.ts';
import { createApi } from '#platform/http/api.ts';
import { createHttpServer, listen } from '#platform/http/http-server.ts';
import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';
import { createBlindIndex } from '#platform/secrets/blind-index.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';
import { openTestKeyring } from '#tests/support/keyring.ts';

import type { BenchResult } from './bench-result.ts';

const CROWD = 150;
const PASSWORD = 'Wenxin-Song7';

/** The whole staff signs in at the same moment, each with an own account, over real HTTP. */
export async function benchSignIns(): Promise<BenchResult[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'songnuan-bench-'));
  const server = await startEmbeddedServer({ dataDir, isThrowAway: true });
  try {
    const connection = server.clientConfig('postgres', server.superuser);
    await prepareDatabase(connection);
    const database = openDatabase({ connection, role: 'songnuan_app' });
    const owner = openDatabase({ connection, poolSize: 1 });
    try {
      await addStaff(owner);
      return await withServer(database, measure);
    } finally {
      await Promise.all([database.close(), owner.close()]);
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function addStaff(owner: Database): Promise<void> {
  const passwordHash = await createPasswordHasher().hash(PASSWORD);
  const { id } = await owner.query
    .insertInto('unions')
    .values({ code: 'D', name: '样例区总工会', level: 'district' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const accounts = Array.from({ length: CROWD }, (_, index) => ({
    unionId: id,
    username: `staff.${index}`,
    displayName: `样例${index}`,
    passwordHash,
    passwordChangedAt: new Date(),
    mustChangePassword: false,
  }));
  await owner.query.insertInto('accounts').values(accounts).execute();
}

async function withServer<Result>(
  database: Database,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const keyring = await openTestKeyring();
  const settings = createFindSettings(database);
  const app = createHttpServer({ host: '127.0.0.1', explain: (code) => code });
  await app.after();
  const api = createApi({
    app,
    database,
    auditLog: createAuditLog(keyring.macKey('audit')),
    findSession: createFindSession({ database, settings }),
    now: () => new Date(),
  });
  addSignInRoutes(api, {
    settings,
    hasher: createPasswordHasher(),
    cipher: createFieldCipher(keyring),
    blindIndex: createBlindIndex(keyring),
    challenges: createProofChallenges(),
    announce: announceToAccount,
    isSecure: false,
    oidc: null,
    setup: { code: 'none', foundRoot: () => Promise.reject(new Error('founded already')) },
  });
  try {
    return await use(await listen(app, '127.0.0.1', 0));
  } finally {
    await app.close();
  }
}

async function measure(url: string): Promise<BenchResult[]> {
  const started = performance.now();
  const replies = await Promise.all(
    Array.from({ length: CROWD }, async (_, index) => {
      const reply = await fetch(`${url}api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: `staff.${index}`, password: PASSWORD }),
      });
      await reply.text();
      return { status: reply.status, ms: performance.now() - started };
    }),
  );
  const failed = replies.filter(({ status }) => status !== 200).length;
  const times = replies.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${((times[Math.ceil(times.length * share) - 1] ?? 0) / 1000).toFixed(2)} s`;
  return [
    {
      name: `${CROWD} sign-ins at once (waited p50 ${at(0.5)}, p95 ${at(0.95)})`,
      value: `${failed} failed`,
      bar: '0 failed',
      met: failed === 0,
    },
  ];
}
