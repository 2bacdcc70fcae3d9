import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { groupBy } from '#core/group-by.ts';
import type { Context } from '#platform/context.ts';
import { enterScope } from '#platform/database/transaction.ts';

import { isNewCount } from '../rules/import-change.ts';
import type { ExistingUnion } from '../rules/import-change.ts';
import type { PlannedRow } from '../rules/plan-union-import.ts';
import { changeImportedUnion, type Writing } from './change-imported-union.ts';
import { sealPhone } from './phone-cipher.ts';
import type { PhoneCipher } from './phone-cipher.ts';

export interface ImportWriting {
  /** From the top of the tree down, so that each parent is there when its turn comes. */
  readonly changes: readonly PlannedRow[];
  readonly existing: ReadonlyMap<string, ExistingUnion>;
  readonly reason: string;
  readonly onProgress?: ((doneCount: number, totalCount: number) => void) | undefined;
}

/** @throws AppError `conflict` `union.code_taken` for a code in use outside the actor's scope. */
export async function writeImport(
  context: Context,
  cipher: PhoneCipher,
  { changes, existing, reason, onProgress }: ImportWriting,
): Promise<void> {
  const ids = new Map([...existing.values()].map(({ id, code }) => [code, id]));
  const writing: Writing = { context, cipher, ids, reason };
  let doneCount = 0;
  for (const level of groupBy(changes, ({ depth }) => depth).values()) {
    const founded = level.filter((change) => change.existing === undefined);
    for (const chunk of toChunks(founded)) await foundUnions(writing, chunk);
    for (const { row, existing: union } of level) {
      if (union !== undefined) await changeImportedUnion(writing, row, union);
    }
    doneCount += level.length;
    onProgress?.(doneCount, changes.length);
  }
  const counted = changes.filter(({ row, existing: union }) => isNewCount(row, union));
  for (const chunk of toChunks(counted)) await writeCounts(writing, chunk);
}

/** Rows of one statement: it may have 65,535 parameters. */
const CHUNK = 500;

function toChunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / CHUNK);
  return Array.from({ length: count }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK));
}

function idOf({ ids }: Writing, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`no union was planned for ${code}`);
  return id;
}

async function foundUnions(writing: Writing, planned: readonly PlannedRow[]): Promise<void> {
  const { transaction, actor } = writing.context;
  const unions = planned.map(({ row, parentCode }) => ({
    parentId: idOf(writing, parentCode ?? ''),
    code: row.code,
    name: row.name,
    level: row.level,
    regionCode: row.regionCode,
    creditCode: row.creditCode,
    foundedOn: row.foundedOn,
    contactName: row.contactName,
  }));
  const added = await transaction
    .insertInto('unions')
    .values(unions)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['id', 'code'])
    .execute();
  for (const { id, code } of added) writing.ids.set(code, id);
  const taken = unions.find(({ code }) => !writing.ids.has(code));
  if (taken !== undefined) throw new AppError('conflict', 'union.code_taken', { code: taken.code });
  await enterScope(transaction, { roots: actor.scopeRoots, accountId: actor.accountId });
  await sealPhones(writing, planned);
  await startHistory(writing, planned);
}

async function sealPhones(writing: Writing, planned: readonly PlannedRow[]): Promise<void> {
  const { context, cipher } = writing;
  const sealed = planned.flatMap(({ row: { code, contactPhone } }) => {
    if (contactPhone === null) return [];
    const id = idOf(writing, code);
    return [{ id, secret: sealPhone(cipher, id, contactPhone) }];
  });
  if (sealed.length === 0) return;
  const [ids, secrets] = [sealed.map(({ id }) => id), sealed.map(({ secret }) => secret)];
  await sql`update unions u set contact_phone_secret = v.secret
    from unnest(${ids}::int[], ${secrets}::text[]) as v (id, secret)
    where u.id = v.id`.execute(context.transaction);
}

async function startHistory(writing: Writing, planned: readonly PlannedRow[]): Promise<void> {
  const { context, reason } = writing;
  const rows = planned.map(({ row, parentCode }) => ({
    unionId: idOf(writing, row.code),
    parentId: idOf(writing, parentCode ?? ''),
    name: row.name,
    validFrom: row.foundedOn,
    reason,
    recordedBy: context.actor.accountId,
  }));
  await context.transaction.insertInto('unionPlacements').values(rows).execute();
  for (const { row } of planned) {
    const id = idOf(writing, row.code);
    const { rowNumber: _rowNumber, contactPhone, ...after } = row;
    const entry = { action: 'union.created', subject: 'union', subjectId: id, unionId: id };
    const facts = { ...after, hasContactPhone: contactPhone !== null };
    await context.record({ ...entry, reason, after: facts });
  }
}

const KEPT_WORKERS = sql<number | null>`coalesce(excluded.worker_count,
  case when union_memberships.worker_count >= excluded.member_count
    then union_memberships.worker_count end)`;

async function writeCounts(writing: Writing, planned: readonly PlannedRow[]): Promise<void> {
  const { context, reason } = writing;
  const counts = planned.flatMap(({ row: { code, year, memberCount, workerCount } }) =>
    year === null || memberCount === null
      ? []
      : [{ unionId: idOf(writing, code), year, memberCount, workerCount }],
  );
  await context.transaction
    .insertInto('unionMemberships')
    .values(counts)
    .onConflict((conflict) =>
      conflict.columns(['unionId', 'year']).doUpdateSet((row) => ({
        memberCount: row.ref('excluded.memberCount'),
        // A blank cell says nothing of the workers; what was known is kept where it can still be true.
        workerCount: KEPT_WORKERS,
      })),
    )
    .execute();
  // Of a union just founded its own entry says it.
  for (const { row, existing: union } of planned) {
    if (union === undefined) continue;
    const before = union.counts.get(row.year ?? 0);
    const { year, memberCount, workerCount } = row;
    await context.record({
      action: 'union.membership_set',
      subject: 'union',
      subjectId: union.id,
      unionId: union.id,
      reason,
      ...(before === undefined ? {} : { before: { year, ...before } }),
      after: { year, memberCount, workerCount },
    });
  }
}
