import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';

export interface IdentityToLink {
  readonly accountId: number;
  readonly issuer: string;
  readonly subject: string;
}

/** @throws AppError `oidc.identity_taken` when another account has it. */
export async function linkIdentity(
  { transaction, now }: Context,
  { accountId, issuer, subject }: IdentityToLink,
): Promise<void> {
  await transaction
    .insertInto('oidcIdentities')
    .values({ issuer, subject, accountId, linkedAt: now })
    .execute()
    .catch((error: unknown) => {
      if (findViolatedConstraint(error) !== 'oidc_identities_pkey') throw error;
      throw new AppError('conflict', 'oidc.identity_taken');
    });
}

/** Returns how many there were. */
export async function unlinkIdentities(
  { transaction }: Context,
  accountId: number,
): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('oidcIdentities')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
