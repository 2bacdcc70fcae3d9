import { createHash, timingSafeEqual } from 'node:crypto';

import { sql } from 'kysely';

import { AppError, refusal } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import { enterScope } from '#platform/database/transaction.ts';
import type { Stages } from '#platform/http/stages.ts';

import type { SetupBody } from '../rules/account-inputs.ts';
import { toPasswordSettings } from '../rules/account-settings.ts';
import { judgePassword } from '../rules/judge-password.ts';
import type { Role } from '../rules/roles.ts';
import { createAccount } from './commands/create-account.ts';
import { grantRole } from './commands/grant-role.ts';
import type { AccountDependencies } from './dependencies.ts';
import { newInitialPassword } from './initial-password.ts';
import { AT_THE_DOOR } from './sign-in.ts';

const REASON = '首次设置';

export interface HandedPassword {
  readonly username: string;
  readonly initialPassword: string;
}

interface FirstPerson {
  readonly role: Role;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

/** Whether the installation has nobody yet. Looks as the program does: through all unions. */
export function isSetupNeeded(stages: Stages): Promise<boolean> {
  return stages.transact(hasNobody, AT_THE_DOOR);
}

/**
 * Founds the root union and its three administrators, who are three persons. Returns the passwords of
 * the two who are not sitting here; they are shown once.
 * @throws AppError `setup.done_already`, `setup.code_wrong`, `setup.persons_not_three`, `password.…`.
 */
export async function setUp(
  stages: Stages,
  dependencies: AccountDependencies,
  body: SetupBody,
): Promise<HandedPassword[]> {
  const { setup, hasher } = dependencies;
  if (!(await isSetupNeeded(stages))) throw new AppError('conflict', 'setup.done_already');
  if (!isSame(body.code, setup.code)) throw new AppError('forbidden', 'setup.code_wrong');
  const { systemAdmin, securityAdmin, auditAdmin } = body;
  const names = [systemAdmin, securityAdmin, auditAdmin].map(({ username }) => username);
  if (new Set(names).size < names.length) throw new AppError('invalid', 'setup.persons_not_three');
  const rules = toPasswordSettings(await dependencies.settings(stages.now));
  const context = { username: systemAdmin.username, wasUsed: false };
  const broken = judgePassword(systemAdmin.password, context, rules);
  if (broken.length > 0) throw refusal(broken, 'invalid');
  const handed = [securityAdmin, auditAdmin].map(({ username }) => ({
    username,
    initialPassword: newInitialPassword(),
  }));
  const [first, second, third] = await Promise.all([
    hasher.hash(systemAdmin.password),
    ...handed.map(({ initialPassword }) => hasher.hash(initialPassword)),
  ]);
  const persons: readonly FirstPerson[] = [
    toPerson('system_admin', systemAdmin, { hash: first, mustChange: false }),
    toPerson('security_admin', securityAdmin, { hash: second, mustChange: true }),
    toPerson('audit_admin', auditAdmin, { hash: third, mustChange: true }),
  ];
  await stages.transact(
    (context) => found(context, dependencies, { union: body.union, persons }),
    AT_THE_DOOR,
  );
  return handed;
}

function toPerson(
  role: Role,
  { username, displayName }: { readonly username: string; readonly displayName: string },
  { hash, mustChange }: { readonly hash: string | undefined; readonly mustChange: boolean },
): FirstPerson {
  if (hash === undefined) throw new Error('a password was not hashed');
  return { role, username, displayName, passwordHash: hash, mustChangePassword: mustChange };
}

async function found(
  context: Context,
  dependencies: AccountDependencies,
  {
    union,
    persons,
  }: { readonly union: SetupBody['union']; readonly persons: readonly FirstPerson[] },
): Promise<void> {
  const { transaction, now } = context;
  await sql`select pg_advisory_xact_lock(hashtext('setup'))`.execute(transaction);
  if (!(await hasNobody(context))) throw new AppError('conflict', 'setup.done_already');
  const unionId = await dependencies.setup.foundRoot(context, union);
  await enterScope(transaction, { roots: [unionId], accountId: null });
  const validFrom = toChinaDay(now);
  for (const { role, ...person } of persons) {
    const creation = { ...person, unionId, phone: null, mail: null };
    const accountId = await createAccount(context, dependencies, creation);
    const grant = { role, unionId, validFrom, validTo: null, reason: REASON };
    await grantRole(context, { ...grant, accountId });
  }
  await context.record({ subjectId: unionId, unionId, reason: REASON });
}

async function hasNobody({ transaction }: Context): Promise<boolean> {
  const anyone = await transaction.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  return anyone === undefined;
}

/** Digests have one length, whatever was typed. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
