import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';

import { AppError } from '#core/app-error.ts';

/** The operating system's account under which the server runs. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Accounts that root may lend to the server, which refuses to run as root. `nobody` comes last because
 * other programs run under it too: they are kept out of the socket (see server-access.ts), yet could
 * read the files.
 */
const LENT_ACCOUNTS = ['songnuan', 'postgres', 'nobody'];

/**
 * The account the server must run under when that is not simply our own: only root has to change it.
 * A cluster that exists belongs to the account that made it.
 * @throws AppError `unavailable`: `postgres.account_unknown`, `postgres.no_account`,
 *   `postgres.folder_of_other_account`.
 */
export async function chooseServerAccount(cluster: string): Promise<ServerAccount | undefined> {
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  const owner = await findOwner(cluster);
  if (self !== 0) {
    refuseUnknownAccount(self);
    if (owner === undefined || owner.uid === self) return undefined;
    throw new AppError('unavailable', 'postgres.folder_of_other_account', { path: cluster });
  }
  const accounts = await readAccounts();
  if (owner !== undefined && owner.uid !== 0) {
    const known = accounts.find(({ uid }) => uid === owner.uid);
    return known ?? { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  for (const name of LENT_ACCOUNTS) {
    const account = accounts.find((each) => each.name === name && each.uid !== 0);
    if (account !== undefined) return account;
  }
  const names = LENT_ACCOUNTS.join('、');
  throw new AppError('unavailable', 'postgres.no_account', { names });
}

/** initdb looks its own user up by number, and so does the socket's authentication. */
function refuseUnknownAccount(uid: number): void {
  try {
    userInfo();
  } catch (cause) {
    throw new AppError('unavailable', 'postgres.account_unknown', { uid }, cause);
  }
}

async function findOwner(
  folder: string,
): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  try {
    return await stat(folder);
  } catch {
    // Nothing there yet, or out of sight, which making the folder will say better.
    return undefined;
  }
}

async function readAccounts(): Promise<ServerAccount[]> {
  const lines = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return lines.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) return [];
    return [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}
