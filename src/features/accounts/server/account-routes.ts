import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { Api } from '#platform/http/api.ts';

import { ACCOUNT_ROUTES } from '../contract.ts';
import type { AccountDetail } from '../rules/account-view.ts';
import { changeAccount } from './commands/change-account.ts';
import { disableAccount, enableAccount } from './commands/close-account.ts';
import type { AccountOrder } from './commands/close-account.ts';
import { createAccount } from './commands/create-account.ts';
import { endRole } from './commands/end-role.ts';
import { grantRole } from './commands/grant-role.ts';
import { lockAccount } from './commands/lock-account.ts';
import { refuseReachingFurther } from './commands/refuse-reaching-further.ts';
import {
  resetSecondFactor,
  revealPhone,
  revokeSessions,
  unlockAccount,
} from './commands/release-account.ts';
import { resetPassword } from './commands/reset-password.ts';
import type { AccountDependencies } from './dependencies.ts';
import { newInitialPassword } from './initial-password.ts';
import { linkIdentity, unlinkIdentities } from './link-identity.ts';
import { listAccounts } from './list-accounts.ts';
import { listOpenSessions } from './own-sessions.ts';
import { readDetail } from './read-accounts.ts';

/** Administration of accounts. What is shown once is bound in stages: no idempotency key keeps it. */
export function addAccountRoutes(api: Api, dependencies: AccountDependencies): void {
  api.bind(ACCOUNT_ROUTES.list, (context, { query }) => listAccounts(context, dependencies, query));
  api.bind(ACCOUNT_ROUTES.get, (context, { params }) =>
    readDetail(context, dependencies, params.id),
  );
  api.bind(ACCOUNT_ROUTES.update, async (context, { params: { id }, body }) => {
    await changeAccount(context, dependencies, { id, change: body });
    return readDetail(context, dependencies, id);
  });
  addPasswordRoutes(api, dependencies);
  addOrders(api, dependencies);
  addRoleRoutes(api, dependencies);
  addSessionRoutes(api, dependencies);
  addIdentityRoutes(api, dependencies);
}

function addPasswordRoutes(api: Api, dependencies: AccountDependencies): void {
  const { hasher, announce } = dependencies;
  api.bindStaged(ACCOUNT_ROUTES.create, async (stages, { body }) => {
    const initialPassword = newInitialPassword();
    const passwordHash = await hasher.hash(initialPassword);
    return stages.transact(async (context) => {
      const creation = { ...body, passwordHash, mustChangePassword: true };
      const id = await createAccount(context, dependencies, creation);
      return { account: await readDetail(context, dependencies, id), initialPassword };
    });
  });
  api.bindStaged(ACCOUNT_ROUTES.resetPassword, async (stages, { params: { id }, body }) => {
    const initialPassword = newInitialPassword();
    const passwordHash = await hasher.hash(initialPassword);
    return stages.transact(async (context) => {
      await resetPassword(context, { accountId: id, passwordHash, reason: body.reason });
      await announce(context, { accountId: id, code: 'account.password_reset' });
      return { account: await readDetail(context, dependencies, id), initialPassword };
    });
  });
  api.bindStaged(ACCOUNT_ROUTES.revealPhone, (stages, { params: { id }, body }) =>
    stages.transact(async (context) => ({
      phone: await revealPhone(context, dependencies, { accountId: id, reason: body.reason }),
    })),
  );
}

function addOrders(api: Api, dependencies: AccountDependencies): void {
  const follow =
    (order: (context: Context, order: AccountOrder) => Promise<void>) =>
    async (
      context: Context,
      { params, body }: { params: { id: number }; body: { reason: string } },
    ): Promise<AccountDetail> => {
      await order(context, { accountId: params.id, reason: body.reason });
      return readDetail(context, dependencies, params.id);
    };
  api.bind(ACCOUNT_ROUTES.disable, follow(disableAccount));
  api.bind(ACCOUNT_ROUTES.enable, follow(enableAccount));
  api.bind(ACCOUNT_ROUTES.unlock, follow(unlockAccount));
  const resetAndTell = async (context: Context, order: AccountOrder): Promise<void> => {
    await resetSecondFactor(context, order);
    const { accountId } = order;
    await dependencies.announce(context, { accountId, code: 'account.second_factor_reset' });
  };
  api.bind(ACCOUNT_ROUTES.resetSecondFactor, follow(resetAndTell));
}

function addRoleRoutes(api: Api, dependencies: AccountDependencies): void {
  api.bind(ACCOUNT_ROUTES.grantRole, async (context, { params: { id }, body }) => {
    const roleId = await grantRole(context, { ...body, accountId: id });
    const detail = await readDetail(context, dependencies, id);
    await announceRole(context, dependencies, { detail, roleId, code: 'role.granted' });
    return detail;
  });
  api.bind(ACCOUNT_ROUTES.endRole, async (context, { params: { id, roleId }, body }) => {
    await endRole(context, { ...body, accountId: id, assignmentId: roleId });
    const detail = await readDetail(context, dependencies, id);
    await announceRole(context, dependencies, { detail, roleId, code: 'role.ended' });
    return detail;
  });
}

interface RoleChange {
  readonly detail: AccountDetail;
  readonly roleId: number;
  readonly code: 'role.granted' | 'role.ended';
}

/** Tells the person; the program's own grants, at the first set-up and to samples, go without. */
async function announceRole(
  context: Context,
  { announce }: AccountDependencies,
  { detail, roleId, code }: RoleChange,
): Promise<void> {
  const changed = detail.allRoles.find(({ id }) => id === roleId);
  if (changed === undefined) return;
  const { role, unionName: union, validFrom, validTo } = changed;
  const isTakenBack = code === 'role.ended' && validTo !== null && validTo < validFrom;
  const day = code === 'role.ended' ? (validTo ?? '') : validFrom;
  await announce(context, {
    accountId: detail.id,
    code: isTakenBack ? 'role.taken_back' : code,
    params: { role, union, day },
  });
}

function addSessionRoutes(api: Api, dependencies: AccountDependencies): void {
  api.bindStaged(ACCOUNT_ROUTES.listSessions, async (stages, { params }) => {
    const settings = await dependencies.settings(stages.now);
    return stages.transact(async (context) => {
      await lockAccount(context, params.id);
      return { items: await listOpenSessions(context, params.id, settings) };
    });
  });
  api.bind(ACCOUNT_ROUTES.endSessions, async (context, { params, body }) => ({
    ended: await revokeSessions(context, { accountId: params.id, reason: body.reason }),
  }));
}

function addIdentityRoutes(api: Api, dependencies: AccountDependencies): void {
  api.bind(ACCOUNT_ROUTES.linkIdentity, async (context, { params: { id }, body }) => {
    const { unionId } = await lockAccount(context, id);
    await refuseReachingFurther(context, id);
    if (dependencies.oidc === null) throw new AppError('conflict', 'oidc.not_configured');
    const { issuer } = dependencies.oidc;
    const { subject, reason } = body;
    await linkIdentity(context, { accountId: id, issuer, subject });
    await context.record({ subjectId: id, unionId, reason, after: { issuer, subject } });
    await dependencies.announce(context, { accountId: id, code: 'account.identity_linked' });
    return readDetail(context, dependencies, id);
  });
  api.bind(ACCOUNT_ROUTES.unlinkIdentities, async (context, { params: { id }, body }) => {
    const { unionId } = await lockAccount(context, id);
    const count = await unlinkIdentities(context, id);
    if (count === 0) throw new AppError('conflict', 'oidc.not_linked');
    await context.record({ subjectId: id, unionId, reason: body.reason, before: { count } });
    return readDetail(context, dependencies, id);
  });
}
