import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfig } from '#platform/config.ts';

import type { Command } from './command.ts';
import { EXIT_DONE } from './exit-codes.ts';
import { onePositional } from './positionals.ts';
import { createProgress } from './progress.ts';

const HELP = `用法：npm run songnuan -- restore <文件>

把备份恢复到空的系统（没有工会和账号）。先完整检查备份文件，有任何损坏都不写入；恢复后逐表核对，
任何一步失败都全部撤销。较早版本的备份在恢复后自动升级。

恢复之前，请先把备份时的密钥文件放到本机的密钥位置，或用环境变量 SONGNUAN_KEY_FILE 指明。
备份时尚未完成的后台任务记为失败，尚未发出的消息记为结果不明（不会重复发出），登录一律失效。

  --help     显示本说明`;

export const restoreCommand: Command = {
  name: 'restore',
  summary: '把备份恢复到空的系统',
  help: HELP,
  run: async (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    await restore(resolve(onePositional(positionals, '<文件>')));
    return EXIT_DONE;
  },
};

/** Loads database and keys only here: the other commands need neither. */
async function restore(path: string): Promise<void> {
  const [{ openInstallation }, { openInstallationFiles }, { restoreInstallation }, version] =
    await Promise.all([
      import('../installation/open-installation.ts'),
      import('../operations/installation-files.ts'),
      import('../operations/restore-installation.ts'),
      import('../operations/program-version.ts'),
    ]);
  const installation = await openInstallation({
    config: readConfig(),
    log: () => {},
    mayCreateKeys: false,
  });
  const progress = createProgress({
    check: '检查备份文件',
    tables: '恢复数据',
    files: '恢复附件',
    verify: '逐表核对',
  });
  try {
    const { manifest, total, migrated, lostFiles } = await restoreInstallation({
      installation,
      files: await openInstallationFiles(installation),
      path,
      programVersion: await version.readProgramVersion(),
      now: new Date(),
      onProgress: (stage, count) => progress.show(stage, stage === 'tables' ? count : 0),
    });
    progress.end();
    if (lostFiles.length > 0) {
      console.error(`注意：备份时已有${lostFiles.length}个附件缺失或损坏，未能恢复。`);
    }
    console.log(
      `已恢复${toChinaTime(manifest.createdAt)}的备份：${total.tableCount}张表、${total.rowCount}行数据、${total.fileCount}个附件，逐表核对无误。`,
    );
    if (migrated.length > 0) console.log(`数据库已升级：${migrated.join('、')}`);
  } finally {
    await installation.close();
  }
}

function toChinaTime(moment: string): string {
  return new Date(moment).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  });
}
