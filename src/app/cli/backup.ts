import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfig } from '#platform/config.ts';

import type { Command } from './command.ts';
import { EXIT_DONE } from './exit-codes.ts';
import { onePositional } from './positionals.ts';
import { createProgress } from './progress.ts';

const HELP = `用法：npm run songnuan -- backup <文件> [--force]

把全部数据和附件写成一个加密的备份文件。备份期间系统可以照常使用；备份的是开始那一刻的数据。
备份文件只能用本系统的密钥文件打开，备份中不含密钥：请把密钥文件另行妥善保管。

  --force    文件已存在时覆盖
  --help     显示本说明`;

export const backupCommand: Command = {
  name: 'backup',
  summary: '把全部数据和附件写成一个加密的备份文件',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false } },
    });
    const path = resolve(onePositional(positionals, '<文件>'));
    await backUp(path, values.force);
    return EXIT_DONE;
  },
};

/** Loads database and keys only here: the other commands need neither. */
async function backUp(path: string, mayReplace: boolean): Promise<void> {
  const [{ openInstallation }, { openInstallationFiles }, { backUpInstallation }, version] =
    await Promise.all([
      import('../installation/open-installation.ts'),
      import('../operations/installation-files.ts'),
      import('../operations/back-up-installation.ts'),
      import('../operations/program-version.ts'),
    ]);
  const installation = await openInstallation({
    config: readConfig(),
    log: () => {},
    mayCreateKeys: false,
  });
  const progress = createProgress({ tables: '备份数据', files: '备份附件' });
  try {
    const summary = await backUpInstallation({
      installation,
      files: await openInstallationFiles(installation),
      path,
      mayReplace,
      programVersion: await version.readProgramVersion(),
      now: new Date(),
      onProgress: (stage, count) => progress.show(stage, stage === 'tables' ? count : 0),
    });
    progress.end();
    const { tableCount, rowCount, fileCount, lostFiles, byteLength } = summary;
    if (lostFiles.length > 0) {
      console.error(
        `注意：${lostFiles.length}个附件缺失或损坏，未能备份：\n  ${lostFiles.join('\n  ')}`,
      );
    }
    console.log(
      `已备份${tableCount}张表、${rowCount}行数据、${fileCount}个附件，共${byteLength}字节：${path}`,
    );
    console.log('恢复时需要密钥文件，备份中不含密钥，请分开妥善保管。');
  } finally {
    await installation.close();
  }
}
