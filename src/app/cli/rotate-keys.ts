import { parseArgs } from 'node:util';

import { AppError } from '#core/app-error.ts';
import { readConfig } from '#platform/config.ts';

import type { Command } from './command.ts';
import { EXIT_DONE } from './exit-codes.ts';
import { oneOf } from './positionals.ts';
import { createProgress } from './progress.ts';

const HELP = `用法：npm run songnuan -- rotate-keys [--algorithm aes|sm4] [--continue]

在密钥文件中增加一把新密钥，并用它重新加密全部敏感信息和附件。原有密钥保留在密钥文件中，
旧备份仍可恢复。系统可以照常使用，运行中的服务会自动读取新密钥。中途停止不会损坏数据，
加 --continue 接着做完。完成后请重新保管密钥文件。

  --algorithm aes    新密钥使用 AES-256-GCM
  --algorithm sm4    新密钥使用国密 SM4 和 HMAC-SM3
  --continue         不增加密钥，只把尚未更换的内容用现行密钥重新加密
  --help             显示本说明`;

const ALGORITHMS = { aes: 'aes-256-gcm', sm4: 'sm4-ctr-hmac-sm3' } as const;
const SHOWN_PLACES = 10;

export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  summary: '增加一把新密钥，并用它重新加密敏感信息和附件',
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        algorithm: { type: 'string' },
        continue: { type: 'boolean', default: false },
      },
    });
    const name = values.algorithm;
    const algorithm =
      name === undefined ? undefined : ALGORITHMS[oneOf(name, ['aes', 'sm4'], '--algorithm')];
    await rotate(algorithm, values.continue);
    return EXIT_DONE;
  },
};

/** Loads database and keys only here: the other commands need neither. */
async function rotate(
  algorithm: (typeof ALGORITHMS)[keyof typeof ALGORITHMS] | undefined,
  isContinued: boolean,
): Promise<void> {
  const [{ openInstallation }, { rotateKeys }, { KEYS_RELOADED_WITHIN_MS }] = await Promise.all([
    import('../installation/open-installation.ts'),
    import('../operations/rotate-keys.ts'),
    import('#platform/secrets/live-keyring.ts'),
  ]);
  const installation = await openInstallation({
    config: readConfig(),
    log: () => {},
    mayCreateKeys: false,
  });
  const progress = createProgress({ values: '重新加密敏感信息', files: '重新加密附件' });
  try {
    const result = await rotateKeys({
      installation,
      ...(algorithm === undefined ? {} : { algorithm }),
      isContinued,
      pauseMs: 2 * KEYS_RELOADED_WITHIN_MS,
      now: new Date(),
      onProgress: (stage, count) => progress.show(stage, stage === 'values' ? count : 0),
    });
    progress.end();
    const { activeKeyId, valueCount, fileCount, unreadable } = result;
    console.log(
      `现行密钥为${activeKeyId}，已重新加密${valueCount}项敏感信息、${fileCount}个附件。`,
    );
    if (!isContinued) console.log(`密钥文件已变更，请重新保管：${installation.keyFile}`);
    if (unreadable.length === 0) return;
    throw new AppError('unavailable', 'rotation.unreadable', {
      count: unreadable.length,
      places: unreadable.slice(0, SHOWN_PLACES).join('、'),
    });
  } finally {
    await installation.close();
  }
}
