import { AppError } from '#core/app-error.ts';
import { seeingUnion } from '#features/accounts/server/commands/seeing-union.ts';
import { findPersonOnFile } from '#features/households/server/commands/person-on-file.ts';
import type { PersonOnFile } from '#features/households/server/commands/person-on-file.ts';
import type { Context } from '#platform/context.ts';

/** Whoever signed in, as a member and as one of a family on file. */
export interface OwnPerson {
  readonly accountId: number;
  readonly username: string;
  readonly name: string;
  readonly unionId: number;
  readonly memberId: number | null;
  readonly registeredAt: Date | null;
  readonly person: PersonOnFile | undefined;
}

/** An account made by an administrator is known by its union alone. */
export async function findOwnPerson(context: Context): Promise<OwnPerson> {
  const { transaction, actor } = context;
  const account = await transaction
    .selectFrom('accounts as a')
    .leftJoin('workerAccounts as w', 'w.accountId', 'a.id')
    .select(['a.id as accountId', 'a.username', 'a.displayName as name', 'a.unionId'])
    .select(['w.memberId', 'w.personId', 'w.identityIndex', 'w.registeredAt'])
    .where('a.id', '=', actor.accountId)
    .executeTakeFirst();
  if (account === undefined) throw new AppError('not_found', 'account.unknown');
  const { personId, identityIndex, ...own } = account;
  const person =
    personId === null && identityIndex === null
      ? undefined
      : await seeingUnion(context, own.unionId, (seeing) =>
          findPersonOnFile(seeing, { personId, identityIndex }),
        );
  return { ...own, person };
}
