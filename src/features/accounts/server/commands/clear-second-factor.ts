import type { Context } from '#platform/context.ts';

/** Takes the second factor and its recovery codes off an account. */
export async function clearSecondFactor(
  { transaction }: Context,
  accountId: number,
): Promise<void> {
  await transaction
    .updateTable('accounts')
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
    .where('id', '=', accountId)
    .execute();
  await transaction.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
}
