import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import { asActor } from '../../../../tests/support/context.ts';
import { openTestDatabase } from '../../../../tests/support/database.ts';
import type { TestDatabase } from '../../../../tests/support/database.ts';
import { openTestKeyring } from '../../../../tests/support/keyring.ts';
import { closeUnion, reopenUnion } from './commands/close-union.ts';
import { createUnion } from './commands/create-union.ts';
import { foundRoot } from './commands/found-root.ts';
import { moveUnion } from './commands/move-union.ts';
import { revealContactPhone } from './commands/reveal-contact-phone.ts';
import { setMembership } from './commands/set-membership.ts';
import { updateUnion } from './commands/update-union.ts';
import { getUnionDetail } from './union-detail.ts';
import { findUnionTree } from './union-tree.ts';

let database: TestDatabase;
const cipher = createFieldCipher(await openTestKeyring());
const reason = '测试所需';
let root: number;
let codes = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  root = await act((context) =>
    foundRoot(context, { code: 'C', name: '样例市总工会', level: 'city', reason }),
  );
});
afterAll(() => database.close());

/** As someone who may see the unions below the given ones; the whole tree when none is given. */
function act<Result>(
  work: (context: Context) => Promise<Result>,
  scopeRoots: readonly number[] | 'all' = 'all',
): Promise<Result> {
  return asActor(database.app, { scopeRoots }, work);
}

type Founding = Partial<Parameters<typeof createUnion>[2]>;

function found(parentId: number, founding: Founding = {}): Promise<number> {
  codes += 1;
  const code = `U${codes}`;
  const usual = { code, name: `样例${code}工会`, level: 'grassroots', reason } as const;
  return act((context) => createUnion(context, cipher, { ...usual, parentId, ...founding }));
}

const read = (id: number) => act((context) => getUnionDetail(context, cipher, id));

describe('a union', () => {
  test('founded below another is seen by those who see the other, and by nobody else', async () => {
    const district = await found(root, { level: 'district' });
    const other = await found(root, { level: 'district' });
    const id = await found(district);
    const seen = await act((context) => getUnionDetail(context, cipher, id), [district]);
    expect(seen.ancestors).toEqual([{ id: district, name: expect.any(String) }]);
    const unseen = act((context) => getUnionDetail(context, cipher, id), [other]);
    await expect(unseen).rejects.toMatchObject({ kind: 'not_found', code: 'union.unknown' });
  });

  test('is founded under its own level only, and under a code once', async () => {
    const district = await found(root, { level: 'district' });
    await expect(found(district, { level: 'district' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'union.level_order',
    });
    await found(district, { code: 'ONCE' });
    await expect(found(district, { code: 'ONCE' })).rejects.toMatchObject({
      code: 'union.code_taken',
      params: { code: 'ONCE' },
    });
  });

  test('keeps its contact’s phone encrypted, shows it masked and reveals it on record', async () => {
    const id = await found(root, { contactPhone: '13800138000' });
    expect((await read(id)).contactPhone).toBe('138****8000');
    const { rows } = await sql<{ secret: string }>`select contact_phone_secret as secret
      from unions where id = ${id}`.execute(database.owner.query);
    expect(rows[0]?.secret).not.toContain('138');
    const phone = await act((context) => revealContactPhone(context, cipher, { id, reason }));
    expect(phone).toBe('13800138000');
    const entry = await lastEntry(id);
    expect(entry).toMatchObject({ reason });
    expect(JSON.stringify(entry)).not.toContain('13800138000');
  });

  test('with a new name keeps the old one in its history', async () => {
    const id = await found(root, { name: '样例旧名工会', foundedOn: day('2020-01-01') });
    const rename = (version: number, name: string) =>
      act((context) =>
        updateUnion(context, cipher, { id, change: { version, name, reason: '更名批复' } }),
      );
    await rename(1, '样例新名工会');
    expect((await read(id)).placements).toMatchObject([
      { name: '样例新名工会', validFrom: '2026-03-02', validTo: null, reason: '更名批复' },
      { name: '样例旧名工会', validFrom: '2020-01-01', validTo: '2026-03-01' },
    ]);
    await expect(rename(1, '样例又名工会')).rejects.toMatchObject({
      kind: 'conflict',
      code: 'union.changed_meanwhile',
    });
    expect(await lastEntry(id)).toMatchObject({
      before: { name: '样例旧名工会' },
      after: { name: '样例新名工会' },
    });
  });

  test('has its members counted by year; unlikely counts warn and block nothing', async () => {
    const id = await found(root);
    const count = (year: number, memberCount: number, workerCount: number | null = null) =>
      act((context) =>
        setMembership(context, { id, year, memberCount, workerCount, source: null }),
      );
    await count(2024, 100, 120);
    await count(2025, 300);
    const detail = await read(id);
    expect(detail).toMatchObject({ membershipYear: 2025, memberCount: 300 });
    expect(detail.warnings).toMatchObject([{ code: 'union.members_jump' }]);
    await expect(count(2025, 100, 99)).rejects.toMatchObject({ code: 'union.more_members' });
    await expect(count(2027, 1)).rejects.toMatchObject({ code: 'union.year_in_future' });
  });
});

describe('a move', () => {
  test('takes all below along, changes who sees them, and keeps the place before', async () => {
    const [from, to] = [
      await found(root, { level: 'district' }),
      await found(root, { level: 'district' }),
    ];
    const town = await found(from, { level: 'town_or_system', foundedOn: day('2021-05-01') });
    const shop = await found(town);
    const move = { version: 1, parentId: to, from: day('2026-02-01'), reason, document: '1号' };
    await act((context) => moveUnion(context, { id: town, move }));
    const seen = await act((context) => getUnionDetail(context, cipher, shop), [to]);
    expect(seen.ancestors.map(({ id }) => id)).toEqual([to, town]);
    const unseen = act((context) => getUnionDetail(context, cipher, shop), [from]);
    await expect(unseen).rejects.toMatchObject({ code: 'union.unknown' });
    expect((await read(town)).placements).toMatchObject([
      { parentId: to, validFrom: '2026-02-01', validTo: null, document: '1号' },
      { parentId: from, validFrom: '2021-05-01', validTo: '2026-01-31' },
    ]);
  });

  test('to a union out of sight is refused as if there were none', async () => {
    const [mine, foreign] = [
      await found(root, { level: 'district' }),
      await found(root, { level: 'district' }),
    ];
    const id = await found(mine);
    const move = { version: 1, parentId: foreign, from: day('2026-03-01'), reason };
    const moving = act((context) => moveUnion(context, { id, move }), [mine]);
    await expect(moving).rejects.toMatchObject({ kind: 'not_found', code: 'union.parent_unknown' });
  });

  test('never makes a ring, and the closure is what the parents say, whatever is moved', async () => {
    const tops = [await found(root), await found(root), await found(root)];
    const ids = [...tops];
    for (const parent of tops) ids.push(await found(parent), await found(parent));
    const pick = fc.constantFrom(...ids);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(pick, pick), { maxLength: 6 }), async (moves) => {
        for (const [id, parentId] of moves) await tryMove(id, parentId);
        expect(await countClosureFaults()).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  test('and a counter-move at the same moment cannot both succeed', async () => {
    const [left, right] = [await found(root), await found(root)];
    const results = await Promise.all([tryMove(left, right), tryMove(right, left)]);
    expect(results.toSorted()).toEqual(['moved', 'union.below_itself']);
    expect(await countClosureFaults()).toBe(0);
  });
});

describe('a closure', () => {
  test('waits for what is below and for those who act for the union', async () => {
    const town = await found(root, { level: 'town_or_system' });
    const shop = await found(town, { name: '样例未撤工会' });
    const close = (id: number, version: number) =>
      act((context) =>
        closeUnion(context, { id, closure: { version, closedOn: day('2026-03-01'), reason } }),
      );
    await expect(close(town, 1)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'union.open_children',
      params: { count: 1, names: '样例未撤工会' },
    });
    await close(shop, 1);
    await giveRole(town);
    await expect(close(town, 1)).rejects.toMatchObject({ code: 'union.roles_held' });
    expect((await read(town)).closureObstacles).toMatchObject([{ code: 'union.roles_held' }]);
    await expect(close(shop, 2)).rejects.toMatchObject({ code: 'union.closed' });
    const tree = await act((context) => findUnionTree(context, { parentId: town }));
    expect(tree.nodes).toEqual([]);
  });

  test('can be taken back, and both stay in the history', async () => {
    const id = await found(root);
    const closure = { version: 1, closedOn: day('2026-02-10'), reason: '误撤销' };
    await act((context) => closeUnion(context, { id, closure }));
    const reopening = { version: 2, from: day('2026-02-20'), reason: '恢复' };
    await act((context) => reopenUnion(context, { id, reopening }));
    expect((await read(id)).placements).toMatchObject([
      { validFrom: '2026-02-20', validTo: null, reason: '恢复' },
      { validFrom: null, validTo: '2026-02-10', endReason: '误撤销' },
    ]);
  });
});

test('a second root is refused', async () => {
  const founding = act((context) =>
    foundRoot(context, { code: 'C2', name: '样例另市总工会', level: 'city', reason }),
  );
  await expect(founding).rejects.toMatchObject({ kind: 'conflict', code: 'union.tree_exists' });
});

async function tryMove(id: number, parentId: number): Promise<string> {
  const { version } = await read(id);
  const move = { version, parentId, from: day('2026-03-02'), reason };
  return act((context) => moveUnion(context, { id, move })).then(
    () => 'moved',
    (error: { code: string }) => error.code,
  );
}

/** Rows of the closure that a walk along the parents does not give, and the other way round. */
async function countClosureFaults(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with recursive walked (ancestor_id, descendant_id, depth) as (
      select id, id, 0 from unions
      union all
      select u.parent_id, w.descendant_id, w.depth + 1
      from walked w join unions u on u.id = w.ancestor_id where u.parent_id is not null and w.depth < 50
    )
    select count(*) from (
      (select * from walked except select * from union_closure)
      union all (select * from union_closure except select * from walked)) as faults`.execute(
    database.owner.query,
  );
  return rows[0]?.count ?? -1;
}

async function lastEntry(id: number): Promise<unknown> {
  const row = await database.owner.query
    .selectFrom('auditEntries')
    .select('body')
    .where('unionId', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.body);
}

async function giveRole(unionId: number): Promise<void> {
  const account = await database.owner.query
    .insertInto('accounts')
    .values({ unionId, username: `holder${unionId}`, displayName: '样例经办' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await database.owner.query
    .insertInto('roleAssignments')
    .values({
      accountId: account.id,
      role: 'town_officer',
      unionId,
      validFrom: '2026-01-01',
      reason: '测试',
    })
    .execute();
}
