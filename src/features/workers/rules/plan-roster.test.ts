import { expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import { planRoster } from './plan-roster.ts';
import type { KnownMember, RosterGround } from './plan-roster.ts';
import type { RosterRow } from './roster-sheet.ts';

const ground = (members: Record<string, KnownMember> = {}): RosterGround => ({
  today: day('2026-03-02'),
  homeUnionId: 11,
  unions: new Map([
    ['样例工会', 11],
    ['同名工会', null],
  ]),
  members: new Map(Object.entries(members)),
});
const row = (more: Partial<RosterRow> = {}): RosterRow => ({
  rowNumber: 2,
  memberNumber: 'A-0001',
  name: '样例甲',
  phone: null,
  identityNumber: null,
  unionName: null,
  leftOn: null,
  ...more,
});
const known: KnownMember = {
  id: 1,
  unionId: 11,
  isInSight: true,
  name: '样例甲',
  phone: '13800138000',
  identityNumber: null,
};
const codesOf = (rows: RosterRow[], more?: RosterGround): string[] =>
  planRoster(rows, more ?? ground()).faults.map(({ code }) => code);

test('puts who names no union with the importer', () => {
  const { changes } = planRoster([row()], ground());
  expect(changes).toMatchObject([{ unionId: 11, memberNumber: 'A-0001', existing: undefined }]);
  expect(codesOf([row()], { ...ground(), homeUnionId: null })).toEqual(['member.union_missing']);
});

test('takes a number once, whatever its case and blanks', () => {
  expect(codesOf([row(), row({ rowNumber: 3, memberNumber: 'a-0 001' })])).toEqual([
    'member.row_twice',
  ]);
});

test('leaves alone what is blank, and counts what is the same', () => {
  const plan = planRoster([row()], ground({ 'A-0001': known }));
  expect(plan).toMatchObject({ changes: [], unchangedCount: 1 });
  const changed = planRoster([row({ phone: '13900139000' })], ground({ 'A-0001': known }));
  expect(changed.changes).toHaveLength(1);
});

test('refuses a number of another union, in sight or not', () => {
  for (const other of [
    { ...known, unionId: 12 },
    { ...known, isInSight: false },
  ]) {
    expect(codesOf([row()], ground({ 'A-0001': other }))).toEqual(['member.number_elsewhere']);
  }
});

test('names every fault of a row at once', () => {
  const wrong = row({
    memberNumber: '甲',
    phone: '123',
    identityNumber: '1',
    unionName: '同名工会',
    leftOn: day('2027-01-01'),
  });
  expect(codesOf([wrong])).toEqual([
    'member.union_twice',
    'member.number_wrong',
    'member.phone_wrong',
    'member.identity_wrong',
    'member.left_in_future',
  ]);
});
