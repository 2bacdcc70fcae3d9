import { sql } from 'kysely';
import type { ExpressionBuilder, Expression, SqlBool } from 'kysely';

import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/database/schema.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import type { AccountQuery } from '../rules/account-inputs.ts';
import type { AccountSummary } from '../rules/account-view.ts';
import { toPhoneIndex } from './account-phone.ts';
import type { PhoneKeys } from './account-phone.ts';
import { readSummaries } from './read-accounts.ts';

export interface AccountPage {
  readonly items: AccountSummary[];
  /** For the page behind this one. */
  readonly next: string | null;
  readonly total: number;
}

type Where = ExpressionBuilder<DB, 'accounts'>;

/** By username, a page at a time. */
export async function listAccounts(
  context: Context,
  keys: PhoneKeys,
  query: AccountQuery,
): Promise<AccountPage> {
  const matching = context.transaction
    .selectFrom('accounts')
    .where((where) => where.and(toConditions(where, context, { keys, query })));
  const { total } = await matching
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const after = query.after === undefined ? '' : readCursor(query.after).key;
  const rows = await matching
    .select(['id', 'username'])
    .where('username', '>', after)
    .orderBy('username')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await readSummaries(
      context,
      keys,
      page.map(({ id }) => id),
    ),
    next: rows.length > query.limit && last !== undefined ? cursorAt(last) : null,
    total,
  };
}

interface Asked {
  readonly keys: PhoneKeys;
  readonly query: AccountQuery;
}

function toConditions(
  where: Where,
  { now }: Context,
  { keys, query: { text, unionId, role, state } }: Asked,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  if (text !== undefined && text !== '') {
    const part = `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    const alternatives = [where('username', 'ilike', part), where('displayName', 'ilike', part)];
    if (/^[0-9+ -]{5,}$/.test(text)) {
      alternatives.push(where('phoneIndex', '=', toPhoneIndex(keys.blindIndex, text)));
    }
    conditions.push(where.or(alternatives));
  }
  if (unionId !== undefined) {
    conditions.push(
      sql<SqlBool>`accounts.union_id in (select descendant_id from union_closure where ancestor_id = ${unionId})`,
    );
  }
  if (role !== undefined) {
    const today = toChinaDay(now);
    conditions.push(
      sql<SqlBool>`exists (select from role_assignments r where r.account_id = accounts.id and r.role = ${role}
        and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today}))`,
    );
  }
  if (state !== undefined) conditions.push(toStateCondition(state, now));
  return conditions;
}

function toStateCondition(
  state: NonNullable<AccountQuery['state']>,
  now: Date,
): Expression<SqlBool> {
  const isLocked = sql<SqlBool>`exists (select from sign_in_attempts t where t.username = accounts.username and t.locked_until > ${now})`;
  switch (state) {
    case 'disabled':
      return sql<SqlBool>`accounts.disabled_at is not null`;
    case 'locked':
      return sql<SqlBool>`(accounts.disabled_at is null and ${isLocked})`;
    case 'active':
      return sql<SqlBool>`(accounts.disabled_at is null and not ${isLocked})`;
  }
}

function cursorAt({ username, id }: { readonly username: string; readonly id: number }): string {
  return writeCursor({ key: username, id });
}
