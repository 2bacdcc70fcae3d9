import { AppError } from '#core/app-error.ts';
import { clearSecondFactor } from '#features/accounts/server/commands/clear-second-factor.ts';
import { enableAccount } from '#features/accounts/server/commands/close-account.ts';
import { lockAccount } from '#features/accounts/server/commands/lock-account.ts';
import { resetPassword } from '#features/accounts/server/commands/reset-password.ts';
import { newInitialPassword } from '#features/accounts/server/initial-password.ts';
import type { PasswordHasher } from '#features/accounts/server/password-hasher.ts';

import { announceToAccount } from '../announce-to-account.ts';
import { asProgram } from '../installation/as-program.ts';
import type { ProgramServices } from '../installation/as-program.ts';

export interface AccountRecovery extends ProgramServices {
  readonly hasher: PasswordHasher;
  readonly username: string;
  /** Takes off the second factor as well: the phone is lost too. */
  readonly clearsSecondFactor: boolean;
}

const REASON = '运维人员在服务器上用命令行重置';

/**
 * For the operator of an installation whose administrators cannot sign in any more: opens the account,
 * lifts its lock and gives it a password that must be changed. Returns that password; the log keeps the
 * act as the program's own. @throws AppError `not_found` `account.unknown`.
 */
export async function recoverAccount(recovery: AccountRecovery): Promise<string> {
  const { hasher, username, clearsSecondFactor } = recovery;
  const initialPassword = newInitialPassword();
  const passwordHash = await hasher.hash(initialPassword);
  await asProgram(recovery, async (context) => {
    const found = await context.transaction
      .selectFrom('accounts')
      .select('id')
      .where('username', '=', username.trim().toLowerCase())
      .executeTakeFirst();
    if (found === undefined) throw new AppError('not_found', 'account.unknown');
    const accountId = found.id;
    const { disabledAt, unionId } = await lockAccount(context, accountId);
    if (disabledAt !== null) await enableAccount(context, { accountId, reason: REASON });
    await resetPassword(context, { accountId, passwordHash, reason: REASON });
    await announceToAccount(context, { accountId, code: 'account.password_reset' });
    if (!clearsSecondFactor) return;
    await clearSecondFactor(context, accountId);
    const entry = { action: 'account.second_factor_reset', subject: 'account' };
    await context.record({ ...entry, subjectId: accountId, unionId, reason: REASON });
    await announceToAccount(context, { accountId, code: 'account.second_factor_reset' });
  });
  return initialPassword;
}
