import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createServices } from '#app/services.ts';
import { buildWebServer } from '#app/web-server.ts';
import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import { readConfig } from '#platform/config.ts';
import { prepareJobQueue } from '#platform/jobs/job-queue.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';

import { openTestApi } from './api.ts';
import type { TestApi, TestApiOptions } from './api.ts';
import { openTestKeyring } from './keyring.ts';

export interface ServedApi extends TestApi {
  readonly cipher: FieldCipher;
  readonly keyring: Keyring;
}

/** Set up, and never reached: the outbox is not sent here. */
const SMS_URL = 'http://127.0.0.1:9/';

/** The server as the program builds it, with every route and all services, on a test database. */
export async function openServedApi(
  options: Pick<TestApiOptions, 'open' | 'isEmpty'> = {},
): Promise<ServedApi> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'songnuan-served-'));
  const keyring = await openTestKeyring();
  const test = await openTestApi({
    ...options,
    build: async ({ database, now }) => {
      const services = await createServices({
        installation: {
          database,
          auditLog: createAuditLog(keyring.macKey('audit')),
          keyring,
          dataFolder,
        },
        config: { ...readConfig(), publicUrl: undefined, virusScanner: undefined, smsUrl: SMS_URL },
        setupCode: 'SETUP-CODE',
        now,
      });
      return buildWebServer({ services, host: '127.0.0.1', webDir: undefined, frozen: undefined });
    },
  });
  const client = await test.owner.pool.connect();
  await prepareJobQueue(client).finally(() => client.release());
  return {
    ...test,
    cipher: createFieldCipher(keyring),
    keyring,
    close: async () => {
      await test.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
