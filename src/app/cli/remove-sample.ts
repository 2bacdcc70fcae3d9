import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfig } from '#platform/config.ts';
import { findProjectFolder } from '#platform/project-folder.ts';

import type { Command } from './command.ts';
import { EXIT_DONE } from './exit-codes.ts';

const HELP = `用法：npm run songnuan -- remove-sample --yes

删除样例地区：样例工会、样例账号及其全部数据、附件和样例年度的评价结果，不能撤销。
审计日志保留。样例地区下如有不是样例的工会或账号，则不删除。
删除后系统为空，执行 npm run songnuan -- serve 建立第一个管理员。

  --yes      确认删除；不加时只说明将删除什么
  --help     显示本说明`;

export const removeSampleCommand: Command = {
  name: 'remove-sample',
  summary: '删除样例地区的全部数据',
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { yes: { type: 'boolean', default: false } },
    });
    await remove(values.yes);
    return EXIT_DONE;
  },
};

/** Loads the database only here: the other commands need none. */
async function remove(isConfirmed: boolean): Promise<void> {
  const [{ openInstallation }, { openInstallationFiles }, { removeSample }] = await Promise.all([
    import('../installation/open-installation.ts'),
    import('../operations/installation-files.ts'),
    import('../operations/remove-sample.ts'),
  ]);
  const installation = await openInstallation({
    config: readConfig(),
    log: () => {},
    mayCreateKeys: false,
  });
  try {
    const removed = await removeSample({
      installation,
      files: await openInstallationFiles(installation),
      sampleFolder: join(findProjectFolder(), 'var', 'sample'),
      isConfirmed,
      now: new Date(),
    });
    console.log(
      `已删除样例：${removed['unions'] ?? 0}个工会、${removed['accounts'] ?? 0}个账号及其全部数据。`,
    );
  } finally {
    await installation.close();
  }
}
