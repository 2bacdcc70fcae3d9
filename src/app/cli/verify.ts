import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { AppError } from '#core/app-error.ts';
import { explainVerification } from '#features/audit/messages.ts';
import type { Verification } from '#features/audit/rules/log-fault.ts';
import type { VerifyOptions } from '#features/audit/server/verify/verify-log.ts';
import { readConfig } from '#platform/config.ts';

import type { Command } from './command.ts';
import { EXIT_DONE, exitCodeOf } from './exit-codes.ts';

const HELP = `用法：npm run songnuan -- verify [<导出的日志.jsonl.gz>] [--public-key <文件>] [--head <摘要>]

验证审计日志是否完整：逐条核对每条记录和每个封存块，指出第一条被改动、删除或添加的记录。
给出文件时离线验证该文件，不连接数据库；不给文件时验证当前配置的数据库。
日志不完整时退出码为5。

  --public-key <文件>  用另外保存的公钥（PEM）核对签名；不给时用日志自带的公钥，
                       请与事先抄存的公钥指纹核对
  --head <摘要>        以前抄存的封存摘要（64位十六进制）；用来发现日志末尾被截去
  --help               显示本说明`;

const HEAD = /^[0-9a-f]{64}$/i;

export const verifyCommand: Command = {
  name: 'verify',
  summary: '验证审计日志（数据库或导出的文件）是否完整',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'public-key': { type: 'string' }, head: { type: 'string' } },
    });
    const [file, extra] = positionals;
    if (extra !== undefined) throw new AppError('invalid', 'cli.extra_argument', { value: extra });
    const { head, 'public-key': keyFile } = values;
    if (head !== undefined && !HEAD.test(head)) {
      throw new AppError('invalid', 'audit.head_malformed');
    }
    const publicKey = keyFile === undefined ? undefined : await loadPublicKey(resolve(keyFile));
    const options = { head, publicKey };
    const result =
      file === undefined
        ? await verifyConfigured(options)
        : await verifyFile(resolve(file), options);
    return report(result, options);
  },
};

async function loadPublicKey(path: string): Promise<NonNullable<VerifyOptions['publicKey']>> {
  const { readPublicKey } = await import('#features/audit/server/verify/read-public-key.ts');
  return readPublicKey(path);
}

async function verifyFile(path: string, options: VerifyOptions): Promise<Verification> {
  const [{ fileLog }, { verifyLog }] = await Promise.all([
    import('#features/audit/server/verify/file-log.ts'),
    import('#features/audit/server/verify/verify-log.ts'),
  ]);
  return verifyLog(fileLog(path), options);
}

async function verifyConfigured(options: VerifyOptions): Promise<Verification> {
  const [{ openInstallation }, { databaseLog }, { verifyLog }] = await Promise.all([
    import('../installation/open-installation.ts'),
    import('#features/audit/server/verify/database-log.ts'),
    import('#features/audit/server/verify/verify-log.ts'),
  ]);
  const installation = await openInstallation({
    config: readConfig(),
    log: () => undefined,
    mayCreateKeys: false,
  });
  const { database, keyring } = installation;
  try {
    const keys = { publicKey: keyring.auditVerifyingKey, macKey: keyring.macKey('audit') };
    return await verifyLog(databaseLog(database, keys), options);
  } finally {
    await installation.close();
  }
}

function report(result: Verification, { publicKey, head }: VerifyOptions): number {
  const say = result.ok ? console.log : console.error;
  say(explainVerification(result));
  console.log(`公钥指纹：${result.keyFingerprint}`);
  if (publicKey === undefined) {
    console.log('签名按日志自带的公钥核对，请与事先抄存的指纹比对。');
  }
  if (!result.ok) return exitCodeOf('conflict');
  if (result.head !== null) {
    console.log(`第${result.head.blockNo}块摘要：${result.head.digest}`);
    console.log('请把摘要抄存在系统之外；下次验证时用 --head 给出，可以发现末尾是否被截去。');
  }
  if (head === undefined) console.log('未给出以前抄存的摘要，不能发现末尾被截去的记录。');
  return EXIT_DONE;
}
