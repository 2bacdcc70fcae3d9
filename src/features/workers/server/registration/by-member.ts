import { randomInt, randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { isWorkerAlone } from '#features/accounts/server/commands/reset-password.ts';
import { queueMessage } from '#features/notices/server/commands.ts';
import type { Context } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';

import { CODE_SMS } from '../../messages.ts';
import type { CodeRequest, MemberRegistration } from '../../rules/registration-inputs.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { AT_THE_DOOR, hashChosen, registerWorker, renewPassword } from './register.ts';

const VALID_MINUTES = 10;
const MAX_TRIES = 5;
/** Of one number, whether it is anybody's or not. */
const MAX_AN_HOUR = 3;
const MAX_A_DAY = 6;
const MS_PER_MINUTE = 60_000;

export interface RequestedCode {
  readonly requestId: string;
  readonly validMinutes: number;
}

/**
 * Sends a code to the phone on the roster where number and name fit, and does the same but for the
 * sending where they do not: the answer never tells which.
 * @throws AppError `conflict` `registration.no_sms`, `registration.too_many_codes` by the number as typed.
 */
export function requestCode(
  stages: Stages,
  { keys, isBySms }: Pick<WorkerDependencies, 'keys' | 'isBySms'>,
  { memberNumber, name }: CodeRequest,
): Promise<RequestedCode> {
  if (!isBySms) throw new AppError('conflict', 'registration.no_sms');
  return stages.transact(async (context) => {
    const { transaction, now } = context;
    const numberIndex = keys.blindIndex('registration_codes.number', memberNumber);
    await sql`select pg_advisory_xact_lock(${LOCK}::int, hashtext(${numberIndex}))`.execute(
      transaction,
    );
    await refuseTooMany(context, numberIndex);
    const member = await findMember(context, memberNumber, name);
    const requestId = randomUUID();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await transaction
      .insertInto('registrationCodes')
      .values({
        id: requestId,
        numberIndex,
        memberId: member === undefined || member.holdsOffice ? null : member.id,
        codeIndex: toCodeIndex(keys.blindIndex, requestId, code),
        expiresAt: new Date(now.getTime() + VALID_MINUTES * MS_PER_MINUTE),
        createdAt: now,
      })
      .execute();
    if (member !== undefined) await send(context, member, code);
    // Who it is stays out of the log: a wrong name is nobody's, and its number may be another's.
    await context.record({ subjectId: requestId, unionId: null });
    return { requestId, validMinutes: VALID_MINUTES };
  }, AT_THE_DOOR);
}

const LOCK = 7712;

async function refuseTooMany({ transaction, now }: Context, numberIndex: string): Promise<void> {
  const [hourAgo, dayAgo] = [60, 24 * 60].map(
    (minutes) => new Date(now.getTime() - minutes * MS_PER_MINUTE),
  );
  const { rows } = await sql<{ hour: number; day: number }>`
    select count(*) filter (where created_at > ${hourAgo})::int as hour, count(*)::int as day
    from registration_codes where number_index = ${numberIndex} and created_at > ${dayAgo}`.execute(
    transaction,
  );
  const { hour = 0, day = 0 } = rows[0] ?? {};
  if (hour >= MAX_AN_HOUR || day >= MAX_A_DAY) {
    throw new AppError('conflict', 'registration.too_many_codes');
  }
}

interface KnownMember {
  readonly id: number;
  readonly unionId: number;
  readonly isRegistered: boolean;
  /** Holds a role besides the worker's: such a password is not renewed by phone. */
  readonly holdsOffice: boolean;
}

/** One with a phone on the roster of an open union. */
async function findMember(
  context: Context,
  memberNumber: string,
  name: string,
): Promise<KnownMember | undefined> {
  const row = await context.transaction
    .selectFrom('unionMembers as m')
    .innerJoin('unions as u', 'u.id', 'm.unionId')
    .leftJoin('workerAccounts as w', 'w.memberId', 'm.id')
    .select(['m.id', 'm.unionId', 'w.accountId'])
    .where('m.memberNumber', '=', memberNumber)
    .where('m.name', '=', name)
    .where('m.leftOn', 'is', null)
    .where('m.phoneSecret', 'is not', null)
    .where('u.closedOn', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { accountId, ...member } = row;
  const holdsOffice = accountId !== null && !(await isWorkerAlone(context, accountId));
  return { ...member, isRegistered: accountId !== null, holdsOffice };
}

/** To the phone itself one may say that there is an account. */
async function send(
  context: Context,
  { id, unionId, isRegistered, holdsOffice }: KnownMember,
  code: string,
): Promise<void> {
  const { subject } = CODE_SMS;
  const say = isRegistered ? CODE_SMS.renewal : CODE_SMS.code;
  const text = holdsOffice ? CODE_SMS.registered : say(code, VALID_MINUTES);
  // The phone is looked up when it is sent: no table holds it in the clear.
  const message = { channel: 'sms', recipient: `member:${id}`, subject, text, unionId } as const;
  await queueMessage(context, message);
}

function toCodeIndex(blindIndex: BlindIndex, requestId: string, code: string): string {
  return blindIndex('registration_codes.code', `${requestId}:${code}`);
}

/**
 * Registers the member whose phone got the code, or renews the password of one who is registered. Each try counts before it is judged; a wrong code, an old
 * one and one that nobody could have get the same answer.
 * @throws AppError `invalid` `registration.code_wrong`, `password.…`, `conflict` `account.username_taken`.
 */
export async function registerMember(
  stages: Stages,
  dependencies: WorkerDependencies,
  { requestId, code, username, password }: MemberRegistration,
): Promise<{ readonly username: string; readonly unionName: string }> {
  const { keys } = dependencies;
  const passwordHash = await hashChosen(stages, dependencies, { username, password });
  await stages.transact((context) => countTry(context, requestId), AT_THE_DOOR);
  return stages.transact(async (context) => {
    const codeIndex = toCodeIndex(keys.blindIndex, requestId, code);
    const { unionName, accountId, ...member } = await getProven(context, requestId, codeIndex);
    const named = { ...member, username, passwordHash };
    const entered = await enter(context, dependencies, { ...named, accountId });
    await context.transaction
      .updateTable('registrationCodes')
      .set({ usedAt: context.now })
      .where('id', '=', requestId)
      .execute();
    return { username: entered, unionName };
  }, AT_THE_DOOR);
}

type Entering = Omit<ProvenMember, 'unionName'> & {
  readonly username: string;
  readonly passwordHash: string;
};

/** A new account; who has one gets the new password, and is told the name it has. */
async function enter(
  context: Context,
  dependencies: WorkerDependencies,
  { accountId, ...member }: Entering,
): Promise<string> {
  if (accountId !== null) return renewPassword(context, accountId, member.passwordHash);
  await registerWorker(context, dependencies, { ...member, personId: null, way: 'member_number' });
  return member.username;
}

async function countTry({ transaction, now }: Context, requestId: string): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('registrationCodes')
    .set({ attemptCount: sql`attempt_count + 1` })
    .where('id', '=', requestId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('attemptCount', '<', MAX_TRIES)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('invalid', 'registration.code_wrong');
}

interface ProvenMember {
  readonly memberId: number;
  readonly unionId: number;
  readonly unionName: string;
  readonly name: string;
  readonly identityIndex: string | null;
  /** Of who registered before. */
  readonly accountId: number | null;
}

async function getProven(
  { transaction }: Context,
  requestId: string,
  codeIndex: string,
): Promise<ProvenMember> {
  const row = await transaction
    .selectFrom('registrationCodes as c')
    .innerJoin('unionMembers as m', 'm.id', 'c.memberId')
    .innerJoin('unions as u', 'u.id', 'm.unionId')
    .leftJoin('workerAccounts as w', 'w.memberId', 'm.id')
    .select(['m.id as memberId', 'm.unionId', 'm.name', 'm.identityIndex', 'u.name as unionName'])
    .select('w.accountId')
    .where('c.id', '=', requestId)
    .where('c.codeIndex', '=', codeIndex)
    .where('c.usedAt', 'is', null)
    .where('m.leftOn', 'is', null)
    .forUpdate(['c', 'm'])
    .executeTakeFirst();
  if (row === undefined) throw new AppError('invalid', 'registration.code_wrong');
  return row;
}
