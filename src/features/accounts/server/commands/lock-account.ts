import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

export interface LockedAccount {
  readonly id: number;
  readonly unionId: number;
  readonly username: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly phoneSecret: string | null;
  readonly passwordHash: string | null;
  readonly disabledAt: Date | null;
  readonly totpConfirmedAt: Date | null;
  readonly version: number;
}

/** The account for a change; others wait. @throws AppError `not_found` `account.unknown`, also out of scope. */
export async function lockAccount({ transaction }: Context, id: number): Promise<LockedAccount> {
  const account = await transaction
    .selectFrom('accounts')
    .select([
      'id',
      'unionId',
      'username',
      'displayName',
      'mail',
      'phoneSecret',
      'passwordHash',
      'disabledAt',
      'totpConfirmedAt',
      'version',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (account === undefined) throw new AppError('not_found', 'account.unknown');
  return account;
}

/** Someone else must do it. @throws AppError `forbidden` `account.is_oneself`. */
export function refuseOneself({ actor }: Context, accountId: number): void {
  if (actor.accountId === accountId) throw new AppError('forbidden', 'account.is_oneself');
}

/** @throws AppError `not_found` `account.union_unknown` for a union out of scope or closed. */
export async function refuseUnknownUnion({ transaction }: Context, unionId: number): Promise<void> {
  const found = await transaction
    .selectFrom('unions')
    .select('id')
    .where('id', '=', unionId)
    .where('closedOn', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw new AppError('not_found', 'account.union_unknown');
}
