import { randomInt } from 'node:crypto';

import { sql } from 'kysely';
import { toString as toQrSvg } from 'qrcode';

import { AppError } from '#core/app-error.ts';
import { addDays } from '#core/plain-date.ts';
import { isWorkerAlone } from '#features/accounts/server/commands/reset-password.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { InvitationQuery, NewInvitation } from '../../rules/desk-inputs.ts';
import type { InvitationRow, MadeInvitation } from '../../rules/desk-views.ts';
import { drawId } from '../draw-id.ts';
import { toInvitationIndex } from '../registration/by-invitation.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { beforeId, COUNTED, toPage } from './list-page.ts';

/** Neither 0 and O nor 1, I and L: a code is read off paper. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 12;
const MAX_DAYS = 90;

const STATE = (today: string) => sql<InvitationRow['state']>`case
  when i.used_at is not null then 'used' when i.revoked_at is not null then 'revoked'
  when i.expires_on < ${today} then 'expired' else 'open' end`;

/** The newest first. */
export async function listInvitations(
  context: Context,
  query: InvitationQuery,
): Promise<{ items: InvitationRow[]; next: string | null; total: number }> {
  const { search = '', below, state, limit } = query;
  const today = toChinaDay(context.now);
  const found = selectInvitations(context)
    .where('i.name', 'like', `${search.replaceAll(/[%_\\]/g, '\\$&')}%`)
    .$if(below !== undefined, (select) => select.where(isBelow(below ?? 0)))
    .$if(state !== undefined, (select) => select.where(sql<boolean>`${STATE(today)} = ${state}`));
  const rows = await found
    .$if(query.after !== undefined, (select) => select.where('i.id', '<', beforeId(query)))
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute();
  const { total } = await found.clearSelect().select(COUNTED).executeTakeFirstOrThrow();
  return toPage(rows.map(toRow), query, total);
}

function isBelow(unionId: number) {
  return sql<boolean>`i.union_id in (select descendant_id from union_closure where ancestor_id = ${unionId})`;
}

function selectInvitations({ transaction, now }: Context) {
  return transaction
    .selectFrom('workerInvitations as i')
    .innerJoin('unions as u', 'u.id', 'i.unionId')
    .leftJoin('householdPeople as p', 'p.id', 'i.personId')
    .leftJoin('households as h', 'h.id', 'p.householdId')
    .select(['i.id', 'i.unionId', 'u.name as unionName', 'i.name', 'h.fileNumber', 'i.expiresOn'])
    .select(['i.createdAt', 'i.createdByName', 'i.usedAt'])
    .select(sql<boolean>`i.account_id is not null`.as('isRenewable'))
    .select(STATE(toChinaDay(now)).as('state'));
}

type StoredInvitation = Omit<InvitationRow, 'createdOn' | 'usedOn'> & {
  readonly createdAt: Date;
  readonly usedAt: Date | null;
};

function toRow({ createdAt, usedAt, ...row }: StoredInvitation): InvitationRow {
  return {
    ...row,
    createdOn: toChinaDay(createdAt),
    usedOn: usedAt === null ? null : toChinaDay(usedAt),
  };
}

/** @throws AppError `not_found` `invitation.unknown`. */
export async function getInvitationRow(context: Context, id: number): Promise<InvitationRow> {
  const row = await selectInvitations(context).where('i.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'invitation.unknown');
  return toRow(row);
}

export interface InvitationOrder extends NewInvitation {
  /** Of the address under which people reach the server. */
  readonly origin: string;
}

/**
 * Makes a code for one worker; it is told this once and kept as its blind index alone.
 * @throws AppError `invalid` `invitation.not_grassroots`, `invitation.day_wrong`,
 *   `invitation.person_unknown`, `conflict` `invitation.has_account`.
 */
export async function inviteWorker(
  context: Context,
  { keys }: Pick<WorkerDependencies, 'keys'>,
  { origin, unionId, name, personId, expiresOn }: InvitationOrder,
): Promise<MadeInvitation> {
  await assertGrassroots(context, unionId);
  const today = toChinaDay(context.now);
  if (expiresOn <= today || expiresOn > addDays(today, MAX_DAYS)) {
    throw new AppError('invalid', 'invitation.day_wrong');
  }
  const named = personId === null ? name : await getPersonName(context, unionId, personId);
  const ground = { origin, unionId, name: named, personId, accountId: null, expiresOn };
  const made = await makeInvitation(context, keys, ground);
  await context.record({ subjectId: made.invitation.id, unionId, after: { personId, expiresOn } });
  return made;
}

/**
 * For a worker who registered and forgot the password: a code that sets a new one.
 * @throws AppError `not_found` `invitation.unknown`, `conflict` `invitation.without_account`,
 *   `invitation.holds_office`.
 */
export async function renewInvitation(
  context: Context,
  { keys }: Pick<WorkerDependencies, 'keys'>,
  { id, origin }: { readonly id: number; readonly origin: string },
): Promise<MadeInvitation> {
  const { name, unionId } = await getInvitationRow(context, id);
  const { accountId, personId } = await context.transaction
    .selectFrom('workerInvitations')
    .select(['accountId', 'personId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (accountId === null) throw new AppError('conflict', 'invitation.without_account');
  if (!(await isWorkerAlone(context, accountId))) {
    throw new AppError('conflict', 'invitation.holds_office');
  }
  const expiresOn = addDays(toChinaDay(context.now), RENEWAL_DAYS);
  const ground = { origin, unionId, name, personId, accountId, expiresOn };
  const made = await makeInvitation(context, keys, ground);
  await context.record({ subjectId: made.invitation.id, unionId, after: { accountId, expiresOn } });
  return made;
}

const RENEWAL_DAYS = 7;

interface InvitationGround extends InvitationOrder {
  readonly accountId: number | null;
}

async function makeInvitation(
  context: Context,
  { blindIndex }: WorkerDependencies['keys'],
  { origin, ...ground }: InvitationGround,
): Promise<MadeInvitation> {
  const { transaction, actor, now } = context;
  const id = await drawId(transaction, 'worker_invitations');
  const code = drawCode();
  await transaction
    .insertInto('workerInvitations')
    .values({
      id,
      ...ground,
      codeIndex: toInvitationIndex(blindIndex, code),
      createdAt: now,
      createdBy: actor.accountId,
      createdByName: actor.name,
    })
    .execute();
  const url = `${origin}/my/join#${code}`;
  const blocks = code.match(/.{4}/g) ?? [code];
  return {
    invitation: await getInvitationRow(context, id),
    code: blocks.join('-'),
    url,
    qrSvg: await toQrSvg(url, { type: 'svg', margin: 1 }),
  };
}

function drawCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}

/** Workers belong to grassroots unions. */
export async function assertGrassroots({ transaction }: Context, unionId: number): Promise<void> {
  const union = await transaction
    .selectFrom('unions')
    .select('level')
    .where('id', '=', unionId)
    .where('closedOn', 'is', null)
    .where(sql<boolean>`id = any((select visible_unions())::int[])`)
    .executeTakeFirst();
  if (union?.level !== 'grassroots') throw new AppError('invalid', 'invitation.not_grassroots');
}

async function getPersonName(
  { transaction }: Context,
  unionId: number,
  personId: number,
): Promise<string> {
  const person = await transaction
    .selectFrom('householdPeople as p')
    .leftJoin('workerAccounts as w', 'w.personId', 'p.id')
    .select(['p.name', 'w.accountId'])
    .where('p.id', '=', personId)
    .where('p.unionId', '=', unionId)
    .where('p.leftOn', 'is', null)
    .executeTakeFirst();
  if (person === undefined) throw new AppError('invalid', 'invitation.person_unknown');
  if (person.accountId !== null) throw new AppError('conflict', 'invitation.has_account');
  return person.name;
}

/** @throws AppError `not_found` `invitation.unknown`, `conflict` `invitation.ended`. */
export async function revokeInvitation(context: Context, id: number): Promise<InvitationRow> {
  const { unionId, state } = await getInvitationRow(context, id);
  const { numUpdatedRows } = await context.transaction
    .updateTable('workerInvitations')
    .set({ revokedAt: context.now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('conflict', 'invitation.ended');
  await context.record({ subjectId: id, unionId, before: { state }, after: { state: 'revoked' } });
  return getInvitationRow(context, id);
}
