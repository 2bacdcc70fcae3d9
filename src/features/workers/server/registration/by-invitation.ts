import { AppError } from '#core/app-error.ts';
import { maskName } from '#core/mask-personal.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';

import type { InvitedRegistration } from '../../rules/registration-inputs.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { AT_THE_DOOR, hashChosen, registerWorker, renewPassword } from './register.ts';

export function toInvitationIndex(blindIndex: BlindIndex, code: string): string {
  return blindIndex('worker_invitations.code', code);
}

export interface InvitationGreeting {
  readonly unionName: string;
  readonly name: string;
  readonly expiresOn: PlainDate;
}

/** @throws AppError `invalid` `registration.invitation_invalid`, whatever is wrong with it. */
export function greetInvited(
  stages: Stages,
  { keys }: Pick<WorkerDependencies, 'keys'>,
  code: string,
): Promise<InvitationGreeting> {
  return stages.transact(async (context) => {
    const { unionName, name, expiresOn } = await getInvitation(context, keys, code);
    return { unionName, name: maskName(name), expiresOn };
  }, AT_THE_DOOR);
}

/**
 * Registers whom a union invited, or renews the password of one registered before; the code is used up.
 * @throws AppError `invalid` `password.…`, `registration.invitation_invalid`, `registration.name_differs`,
 *   `conflict` `account.username_taken`.
 */
export async function registerInvited(
  stages: Stages,
  dependencies: WorkerDependencies,
  { code, name, username, password }: InvitedRegistration,
): Promise<{ readonly username: string; readonly unionName: string }> {
  const { keys } = dependencies;
  // A code that is none costs no hashing.
  await greetInvited(stages, dependencies, code);
  const passwordHash = await hashChosen(stages, dependencies, { username, password });
  return stages.transact(async (context) => {
    const invitation = await getInvitation(context, keys, code);
    const { id, unionName } = invitation;
    if (name !== invitation.name) throw new AppError('invalid', 'registration.name_differs');
    const entered = await enter(context, dependencies, invitation, { username, passwordHash });
    await context.transaction
      .updateTable('workerInvitations')
      .set({ usedAt: context.now, accountId: entered.accountId })
      .where('id', '=', id)
      .execute();
    return { username: entered.username, unionName };
  }, AT_THE_DOOR);
}

/** An invitation of somebody registered serves a forgotten password: the account keeps its name. */
async function enter(
  context: Context,
  dependencies: WorkerDependencies,
  { accountId, unionId, name, personId, identityIndex }: OpenInvitation,
  { username, passwordHash }: { readonly username: string; readonly passwordHash: string },
): Promise<{ readonly accountId: number; readonly username: string }> {
  if (accountId !== null) {
    return { accountId, username: await renewPassword(context, accountId, passwordHash) };
  }
  const person = { unionId, name, personId, identityIndex, memberId: null };
  const worker = { ...person, username, passwordHash, way: 'invitation' } as const;
  return { accountId: await registerWorker(context, dependencies, worker), username };
}

interface OpenInvitation extends InvitationGreeting {
  readonly id: number;
  readonly unionId: number;
  readonly personId: number | null;
  readonly identityIndex: string | null;
  /** Of who is registered and forgot the password. */
  readonly accountId: number | null;
}

/** Locked: a code registers one person, however many try at once. */
async function getInvitation(
  { transaction, now }: Context,
  { blindIndex }: WorkerDependencies['keys'],
  code: string,
): Promise<OpenInvitation> {
  const row = await transaction
    .selectFrom('workerInvitations as i')
    .innerJoin('unions as u', 'u.id', 'i.unionId')
    .leftJoin('householdPeople as p', 'p.id', 'i.personId')
    .select(['i.id', 'i.unionId', 'i.name', 'i.personId', 'i.expiresOn', 'u.name as unionName'])
    .select(['p.identityIndex', 'i.accountId'])
    .where('i.codeIndex', '=', toInvitationIndex(blindIndex, code))
    .where('i.revokedAt', 'is', null)
    .where('i.usedAt', 'is', null)
    .where('i.expiresOn', '>=', toChinaDay(now))
    .where('u.closedOn', 'is', null)
    .forUpdate('i')
    .executeTakeFirst();
  if (row === undefined) throw new AppError('invalid', 'registration.invitation_invalid');
  return { ...row, expiresOn: day(row.expiresOn) };
}
