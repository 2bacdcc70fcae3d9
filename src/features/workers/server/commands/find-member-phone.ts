import type { Database } from '#platform/database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

/** The phone that a text message to `member:<id>` goes to; undefined when the roster holds none. */
export async function findMemberPhone(
  database: Database,
  cipher: Pick<FieldCipher, 'decrypt'>,
  recipient: string,
): Promise<string | undefined> {
  const id = Number(/^member:(\d{1,15})$/.exec(recipient)?.[1]);
  if (!Number.isInteger(id)) return undefined;
  const row = await inTransaction(database, SYSTEM_SCOPE, (transaction) =>
    transaction
      .selectFrom('unionMembers')
      .select('phoneSecret')
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  const secret = row?.phoneSecret ?? null;
  return secret === null ? undefined : cipher.decrypt(secret, `union_members.phone:${id}`);
}
