import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createBlindIndex } from '#platform/secrets/blind-index.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import { asActor, TEST_NOW } from '../../../../tests/support/context.ts';
import { openTestDatabase } from '../../../../tests/support/database.ts';
import type { TestDatabase } from '../../../../tests/support/database.ts';
import { changePerson, fileHousehold } from '../../../../tests/support/duplicate-people.ts';
import type { FiledPerson } from '../../../../tests/support/duplicate-people.ts';
import { openTestKeyring } from '../../../../tests/support/keyring.ts';
import { MAX_SHARING } from './duplicate-candidates.ts';
import { findDuplicates } from './find-duplicates.ts';

const keyring = await openTestKeyring();
const keys = { cipher: createFieldCipher(keyring), blindIndex: createBlindIndex(keyring) };
const [DISTRICT, TOWN, OTHER_TOWN] = [1, 2, 3];
let database: TestDatabase;
let minutes = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.owner.pool
    .query(`insert into unions (code, name, level) values ('D', '样例区总工会', 'district');
    insert into unions (parent_id, code, name, level)
      select 1, 'T' || n, '样例镇' || n, 'town_or_system' from generate_series(1, 2) n`);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.owner.pool.query('truncate households, household_people, duplicate_pairs cascade');
});

const file = (unionId: number, people: readonly FiledPerson[], exitedOn?: string) =>
  fileHousehold(database.owner, keys, {
    unionId,
    people,
    ...(exitedOn === undefined ? {} : { exitedOn }),
  });

/** A minute later than the search before. */
function search(householdIds: readonly number[] | 'all' = 'all', root = DISTRICT) {
  const now = new Date(TEST_NOW.getTime() + ++minutes * 60_000);
  return asActor(
    database.app,
    { scopeRoots: [root] },
    (context) => findDuplicates(context, keys, { householdIds }),
    now,
  );
}

const pairs = () =>
  database.owner.query
    .selectFrom('duplicatePairs')
    .select(['id', 'firstId', 'secondId', 'kind', 'score', 'verdict', 'reasons'])
    .orderBy('firstId')
    .orderBy('secondId')
    .execute();

const BORN = '1990-01-12';
const KINDS: readonly (readonly [string, FiledPerson, FiledPerson, string | undefined])[] = [
  [
    'the same card',
    { name: '张伟', card: '6222000000000001' },
    { name: '李强', card: '6222 0000 0000 0001' },
    'exact',
  ],
  [
    'the same phone and name',
    { name: '张伟', phone: '13800138000' },
    { name: '张 伟', phone: '13800138000' },
    'exact',
  ],
  [
    'a homophone of one birth',
    { name: '张伟', bornOn: BORN, identity: '440118199001120015' },
    { name: '章炜', bornOn: BORN },
    'likely',
  ],
  [
    'a near name of one birth',
    { name: '李小红', bornOn: BORN },
    { name: '李大红', bornOn: BORN },
    'likely',
  ],
  [
    'a near name at one address',
    { name: '李小红', address: '样例街1号' },
    { name: '李大红', address: '样例街 1-号' },
    'likely',
  ],
  [
    'transposed digits',
    { name: '张伟', identity: '440118199001120015', bornOn: BORN },
    { name: '张伟', identity: '440118199001210010', bornOn: '1990-01-21' },
    'likely',
  ],
  [
    'the same digits in another order',
    { name: '张伟', identity: '440118199001120015', bornOn: BORN },
    { name: '张伟', identity: '441018199101020015', bornOn: '1991-01-02' },
    undefined,
  ],
  [
    'another name of one birth',
    { name: '张伟', bornOn: BORN },
    { name: '李强', bornOn: BORN },
    undefined,
  ],
];

describe('two files', () => {
  test.each(KINDS)('%s', async (_kind, one, other, expected) => {
    const [first, second] = [await file(TOWN, [one]), await file(OTHER_TOWN, [other])];
    const found = expected === undefined ? [] : [expected];
    await search([second.id]);
    expect((await pairs()).map(({ kind }) => kind)).toEqual(found);
    await database.owner.pool.query('delete from duplicate_pairs');
    await search([first.id]);
    expect((await pairs()).map(({ kind }) => kind)).toEqual(found);
    await database.owner.pool.query('delete from duplicate_pairs');
    await search();
    expect((await pairs()).map(({ kind }) => kind)).toEqual(found);
  });

  test('with members in common bring near names together', async () => {
    const child = { name: '样例一', identity: '440118201506010011' };
    await file(TOWN, [{ name: '李小红' }, child], '2026-02-01');
    await file(OTHER_TOWN, [{ name: '李大红' }, child]);
    expect(await search()).toMatchObject({ exactCount: 1, likelyCount: 1 });
    const likely = (await pairs()).find(({ kind }) => kind === 'likely');
    expect(likely?.reasons).toContainEqual({
      code: 'duplicate.shared_members',
      params: { count: 1 },
    });
  });

  test('of which one has ended and holds the same number, in the old form', async () => {
    const ended = await file(TOWN, [{ name: '张伟', identity: '440118900112001' }], '2026-02-01');
    const open = await file(OTHER_TOWN, [{ name: '张玮', identity: '440118199001120015' }]);
    await search([open.id]);
    expect(await pairs()).toMatchObject([
      { firstId: ended.peopleIds[0], secondId: open.peopleIds[0], kind: 'exact', score: 100 },
    ]);
  });

  test('both ended are nothing to decide', async () => {
    for (const union of [TOWN, OTHER_TOWN]) {
      await file(union, [{ name: '张伟', card: '6222000000000001' }], '2026-02-01');
    }
    expect(await search()).toMatchObject({ exactCount: 0 });
  });
});

test('people of one file are no pair', async () => {
  await file(TOWN, [
    { name: '李小红', bornOn: BORN },
    { name: '李大红', bornOn: BORN },
  ]);
  await search();
  expect(await pairs()).toEqual([]);
});

test('who left for another file is not looked for in the old one', async () => {
  const before = await file(TOWN, [{ name: '王一' }, { name: '张伟', card: '6222000000000001' }]);
  await database.owner.pool.query(
    `update household_people set left_on = '2026-02-01' where id = $1`,
    [before.peopleIds[1]],
  );
  const after = await file(TOWN, [{ name: '张伟', card: '6222000000000001' }]);
  await search([after.id]);
  expect(await pairs()).toEqual([]);
});

test('an officer of a town does not meet the people of another', async () => {
  await file(TOWN, [{ name: '张伟', card: '6222000000000001' }]);
  const own = await file(OTHER_TOWN, [{ name: '张伟', card: '6222000000000001' }]);
  await search([own.id], OTHER_TOWN);
  await search('all', OTHER_TOWN);
  expect(await pairs()).toEqual([]);
});

describe('a pair found before', () => {
  const one = { name: '张伟', bornOn: BORN };

  async function judged() {
    const [first, second] = [await file(TOWN, [one]), await file(OTHER_TOWN, [one])];
    await search();
    await database.owner.pool.query(
      `update duplicate_pairs set verdict = 'different', verdict_reason = '不是一人', verdict_at = now()`,
    );
    return { first, second };
  }

  test('keeps its verdict as long as the facts are the same', async () => {
    const { second } = await judged();
    await search();
    await search([second.id]);
    expect(await pairs()).toMatchObject([{ verdict: 'different' }]);
  });

  test('is open again when a fact changed', async () => {
    const { second } = await judged();
    const change = { address: '样例街1号' };
    await changePerson(database.owner, keys, { id: second.peopleIds[0] ?? 0, change });
    await search([second.id]);
    expect(await pairs()).toMatchObject([{ verdict: null }]);
  });

  test('goes when the facts no longer speak for it, unless it was judged', async () => {
    const { second } = await judged();
    const third = await file(TOWN, [one]);
    await search([third.id]);
    expect(await pairs()).toHaveLength(3);
    const change = { bornOn: '1975-06-30' };
    for (const { peopleIds } of [second, third]) {
      await changePerson(database.owner, keys, { id: peopleIds[0] ?? 0, change });
    }
    await search([third.id]);
    await search([second.id]);
    const left = await pairs();
    expect(left).toMatchObject([
      { firstId: expect.any(Number), verdict: 'different' },
      { firstId: second.peopleIds[0], secondId: third.peopleIds[0], verdict: null },
    ]);
  });
});

test('of many who share a card each is compared with the first: as many findings as people', async () => {
  const ids: number[] = [];
  for (let place = 0; place <= MAX_SHARING + 9; place += 1) {
    const { id } = await file(TOWN, [{ name: '样例', card: '6222000000000001' }]);
    ids.push(id);
  }
  await search();
  expect(await pairs()).toHaveLength(ids.length - 1);
  await database.owner.pool.query('truncate duplicate_pairs');
  await search(ids.slice(-3));
  expect(await pairs()).toHaveLength(3);
});
