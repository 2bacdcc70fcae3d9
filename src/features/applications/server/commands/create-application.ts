import { sql } from 'kysely';
import type { Insertable } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { yearOf } from '#core/plain-date.ts';
import { toQuarterIndex } from '#features/policies/rules/neighbouring-quarters.ts';
import type { AuditFacts } from '#platform/audit-log/audit-entry.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/database/schema.ts';

import type { ApplicationWish, NewApplication } from '../../rules/application-inputs.ts';
import { sealFacts } from '../application-keys.ts';
import type { ApplicationKeys } from '../application-keys.ts';

export interface Applicant {
  /** The worker's own account; null when a union files. */
  readonly ownAccountId: number | null;
}

/**
 * Begins an application as a draft; returns its id.
 * @throws AppError `invalid` `application.person_not_in_household`, `application.event_unknown`.
 */
export async function createApplication(
  context: Context,
  keys: ApplicationKeys,
  { householdId, personId, ...wish }: NewApplication,
  { ownAccountId }: Applicant = { ownAccountId: null },
): Promise<number> {
  const person = await findPerson(context, householdId, personId);
  const ground = { ...person, householdId, personId };
  return insertDraft(context, keys, { ...ground, ownAccountId, wish });
}

interface NewDraft extends Applicant {
  readonly unionId: number;
  readonly name: string;
  /** Null while the union has no file of the family. */
  readonly householdId: number | null;
  readonly personId: number | null;
  readonly wish: ApplicationWish;
}

/** A draft of somebody whose person and union are known; returns its id. */
export async function insertDraft(
  context: Context,
  keys: ApplicationKeys,
  { unionId, name, householdId, personId, ownAccountId, wish }: NewDraft,
): Promise<number> {
  const { transaction, actor, now } = context;
  const id = await drawId(context, 'applications');
  const columns = await toColumns(context, { householdId, unionId, wish });
  const number = toNumber('SQ', id, now);
  await transaction
    .insertInto('applications')
    .values({
      id,
      number,
      householdId,
      personId,
      ...columns,
      unionId,
      applicantName: name,
      applicantAccountId: ownAccountId,
      filedBy: actor.accountId,
      isOnBehalf: ownAccountId === null,
      isDirect: ownAccountId === null && actor.unionId !== unionId,
      enteredOn: toChinaDay(now),
      factsSecret: sealFacts(keys, id, wish.facts),
    })
    .execute();
  await context.record({
    action: 'application.drafted',
    subject: 'application',
    subjectId: id,
    unionId,
    after: { number, householdId, ...toNoted(wish) },
  });
  return id;
}

/** What the log says of a wish: nothing of what the applicant tells. */
export function toNoted({ aidType, aidClass, round, requestedFen }: ApplicationWish): AuditFacts {
  return { aidType, aidClass, round, requestedFen };
}

/** The wish as columns; a new event is put on file. */
export async function toColumns(
  context: Context,
  { householdId, unionId, wish }: WishOfHousehold,
): Promise<WishColumns> {
  const { aidType, aidClass, round, requestedFen, specialReason } = wish;
  const isGoods = aidType === '实物慰问';
  return {
    aidType,
    aidClass: isGoods ? null : aidClass,
    roundIndex: aidType === '季度救助' && round !== null ? toQuarterIndex(round) : null,
    eventId: await findEvent(context, { householdId, unionId, wish }),
    requestedFen,
    specialReason,
  };
}

type WishColumns = Pick<
  Insertable<DB['applications']>,
  'aidType' | 'aidClass' | 'roundIndex' | 'eventId' | 'requestedFen' | 'specialReason'
>;

interface WishOfHousehold {
  readonly householdId: number | null;
  readonly unionId: number;
  readonly wish: ApplicationWish;
}

async function findPerson(
  { transaction }: Context,
  householdId: number,
  personId: number,
): Promise<{ readonly name: string; readonly unionId: number }> {
  const person = await transaction
    .selectFrom('householdPeople')
    .select(['name', 'unionId'])
    .where('id', '=', personId)
    .where('householdId', '=', householdId)
    .where('leftOn', 'is', null)
    .executeTakeFirst();
  if (person === undefined) throw new AppError('invalid', 'application.person_not_in_household');
  return person;
}

interface WishedEvent {
  readonly householdId: number | null;
  readonly unionId: number;
  readonly wish: Pick<ApplicationWish, 'event' | 'eventId'>;
}

/** The event wished for: a new one is put on file. @throws AppError `invalid` `application.event_unknown`. */
export async function findEvent(
  context: Context,
  { householdId, unionId, wish }: WishedEvent,
): Promise<number | null> {
  const { transaction, actor, now } = context;
  const { event, eventId } = wish;
  // An event is a family's: until there is a file it stays with what the applicant told of the family.
  if (householdId === null) return null;
  if (event !== null) {
    const id = await drawId(context, 'aid_events');
    await transaction
      .insertInto('aidEvents')
      .values({
        ...event,
        id,
        householdId,
        unionId,
        number: toNumber('SJ', id, now),
        recordedBy: actor.accountId,
      })
      .execute();
    return id;
  }
  if (eventId === null) return null;
  const known = await transaction
    .selectFrom('aidEvents')
    .select('id')
    .where('id', '=', eventId)
    .where('householdId', '=', householdId)
    .executeTakeFirst();
  if (known === undefined) throw new AppError('invalid', 'application.event_unknown');
  return known.id;
}

/** What is encrypted in a row is bound to its id, and its number is made of it: so the id comes first. */
async function drawId(
  { transaction }: Context,
  table: 'applications' | 'aid_events',
): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`select nextval(${`${table}_id_seq`}::regclass) as id`.execute(transaction);
  const [row] = rows;
  if (row === undefined) throw new Error('no id was drawn');
  return row.id;
}

/** `SQ2026000017`: the kind, the year, and the place among all. */
function toNumber(kind: 'SQ' | 'SJ', id: number, now: Date): string {
  return `${kind}${yearOf(toChinaDay(now))}${String(id).padStart(6, '0')}`;
}
