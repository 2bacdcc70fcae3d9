import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { readConfig } from '#platform/config.ts';

import { explain } from '../explain.ts';
import { openInstallation } from './open-installation.ts';

test.each([
  ['the embedded database', undefined],
  ['a database of its own', 'postgres://nobody@127.0.0.1:9/none'],
])(
  'with %s, a command that finds no keys names their place and makes nothing',
  async (_name, databaseUrl) => {
    const folder = await mkdtemp(join(tmpdir(), 'songnuan-keyless-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const place = { dataFolder: join(folder, 'data'), keyFile: undefined, keysText: undefined };
    const config = { ...readConfig(), ...place, databaseUrl };
    const path = join(folder, 'keys', 'songnuan-keys.json');
    await expect(
      openInstallation({ config, log: () => undefined, mayCreateKeys: false }),
    ).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'installation.keys_missing',
      params: { path },
    });
    expect(explain('installation.keys_missing', { path })).toContain(path);
    expect(await readdir(folder)).toEqual([]);
  },
);
