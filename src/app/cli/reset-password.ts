import { parseArgs } from 'node:util';

import { readConfig } from '#platform/config.ts';

import type { Command } from './command.ts';
import { EXIT_DONE } from './exit-codes.ts';
import { onePositional } from './positionals.ts';

const HELP = `用法：npm run songnuan -- reset-password <用户名> [--second-factor]

管理员都无法登录时，由运维人员在服务器上使用：启用并解锁该账号，给出新的初始密码。
密码只显示这一次，登录后须立即修改；审计日志记为系统办理。

  --second-factor    同时清除两步验证（手机也丢失时）
  --help             显示本说明`;

export const resetPasswordCommand: Command = {
  name: 'reset-password',
  summary: '管理员都无法登录时，重置一个账号的密码',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'second-factor': { type: 'boolean', default: false } },
    });
    await reset(onePositional(positionals, '用户名'), values['second-factor']);
    return EXIT_DONE;
  },
};

/** Loads the database only here: the other commands need none. */
async function reset(username: string, clearsSecondFactor: boolean): Promise<void> {
  const [{ openInstallation }, { recoverAccount }, { createPasswordHasher }] = await Promise.all([
    import('../installation/open-installation.ts'),
    import('../operations/recover-account.ts'),
    import('#features/accounts/server/password-hasher.ts'),
  ]);
  const installation = await openInstallation({
    config: readConfig(),
    log: console.error,
    mayCreateKeys: false,
  });
  try {
    const { database, auditLog } = installation;
    const initialPassword = await recoverAccount({
      database,
      auditLog,
      now: () => new Date(),
      hasher: createPasswordHasher(),
      username,
      clearsSecondFactor,
    });
    console.log(`账号“${username}”的初始密码（只显示这一次）：${initialPassword}`);
  } finally {
    await installation.close();
  }
}
