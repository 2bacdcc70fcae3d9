import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { comparePeople } from './compare-people.ts';
import type { ComparablePerson, PairFacts } from './compare-people.ts';
import { findDuplicateText, speaksAgainst } from './duplicate-texts.ts';
import { nameSounds } from './name-sounds.ts';

const NOTHING_MORE: PairFacts = { sharedMemberCount: 0, isTransposed: () => false };

function person(name: string, facts: Partial<ComparablePerson> = {}): ComparablePerson {
  const unknown = { sex: null, bornOn: null, identityIndex: null, cardIndex: null };
  return {
    ...unknown,
    phoneIndex: null,
    addressIndex: null,
    name,
    sounds: nameSounds(name),
    ...facts,
  };
}

const BORN = { bornOn: '1990-01-12' };
const HOME = { addressIndex: 'a' };

describe('exact duplicates', () => {
  test.each([
    ['the same number, whatever the name', { identityIndex: 'i' }, '李强', 100],
    ['the same card', { cardIndex: 'c' }, '李强', 95],
    ['the same phone under the same name', { phoneIndex: 'p' }, '张 伟', 95],
  ])('%s', (_kind, facts, name, score) => {
    const found = comparePeople(person('张伟', facts), person(name, facts), NOTHING_MORE);
    expect(found).toMatchObject({ kind: 'exact', score });
  });
});

describe('likely duplicates', () => {
  test.each([
    ['the same name and birth', person('张伟', BORN), person('张伟', BORN)],
    ['a homophone and the same birth', person('张伟', BORN), person('章炜', BORN)],
    ['a traditional form and the same birth', person('張偉', BORN), person('张伟', BORN)],
    ['a variant and the same birth', person('张喆', BORN), person('张哲', BORN)],
    ['one other character and the same birth', person('李小红', BORN), person('李大红', BORN)],
    ['a near name at the same address', person('李小红', HOME), person('李大红', HOME)],
    [
      'the same phone and a homophone',
      person('张伟', { phoneIndex: 'p' }),
      person('章炜', { phoneIndex: 'p' }),
    ],
    [
      'the same name and address, digits of the birth changed about',
      person('张伟', { ...HOME, bornOn: '1990-01-12' }),
      person('张伟', { ...HOME, bornOn: '1990-01-21' }),
    ],
    [
      'the same name, birth and address under another number',
      person('张伟', { ...HOME, ...BORN, identityIndex: 'i' }),
      person('张伟', { ...HOME, ...BORN, identityIndex: 'j' }),
    ],
  ])('%s', (_kind, one, other) => {
    expect(comparePeople(one, other, NOTHING_MORE).kind).toBe('likely');
  });

  test('transposed digits of the number under an alike name', () => {
    const one = person('张伟', { identityIndex: 'i', bornOn: '1990-01-12' });
    const other = person('章炜', { identityIndex: 'j', bornOn: '1990-01-21' });
    const facts = { ...NOTHING_MORE, isTransposed: () => true };
    expect(comparePeople(one, other, facts).kind).toBe('likely');
    expect(comparePeople(one, other, NOTHING_MORE).kind).toBe('none');
  });

  test('a near name with members of the family in both files', () => {
    const facts = { ...NOTHING_MORE, sharedMemberCount: 2 };
    const { kind, reasons } = comparePeople(person('李小红'), person('李大红'), facts);
    expect(kind).toBe('likely');
    expect(reasons).toContainEqual({ code: 'duplicate.shared_members', params: { count: 2 } });
  });
});

describe('no duplicates', () => {
  test.each([
    ['one of two characters and the same birth', person('张伟', BORN), person('张强', BORN)],
    ['the same name alone', person('张伟', {}), person('张伟', {})],
    ['the same birth under other names', person('张伟', BORN), person('李强', BORN)],
    ['the same address under other names', person('张伟', HOME), person('李强', HOME)],
    [
      'namesakes of one day with numbers of their own',
      person('张伟', { ...BORN, identityIndex: 'i' }),
      person('张伟', { ...BORN, identityIndex: 'j' }),
    ],
    [
      'sisters at one address',
      person('李小红', { ...HOME, bornOn: '1990-01-12' }),
      person('李大红', { ...HOME, bornOn: '1993-08-30' }),
    ],
    [
      'a man and a woman of one sound and day',
      person('张伟', { ...BORN, sex: 'male' as const }),
      person('章炜', { ...BORN, sex: 'female' as const }),
    ],
    [
      'a couple with one phone',
      person('张伟', { phoneIndex: 'p' }),
      person('李红', { phoneIndex: 'p' }),
    ],
  ])('%s', (_kind, one, other) => {
    expect(comparePeople(one, other, NOTHING_MORE).kind).toBe('none');
  });
});

const mark = fc.constantFrom(null, 'x', 'y');
const people = fc
  .record({
    name: fc.constantFrom('张伟', '章炜', '张炜', '李小红', '李晓红', '李大红', '李红', '解乐'),
    sex: fc.constantFrom(null, 'male' as const, 'female' as const),
    bornOn: fc.constantFrom(null, '1990-01-12', '1990-01-21', '1985-07-30'),
    identityIndex: mark,
    cardIndex: mark,
    phoneIndex: mark,
    addressIndex: mark,
  })
  .map(({ name, ...facts }) => person(name, facts));
const besides = fc
  .record({ sharedMemberCount: fc.nat(3), transposed: fc.boolean() })
  .map(({ sharedMemberCount, transposed }) => ({
    sharedMemberCount,
    isTransposed: () => transposed,
  }));

describe('of any two people', () => {
  test('it does not matter who comes first', () => {
    fc.assert(
      fc.property(people, people, besides, (one, other, facts) => {
        expect(comparePeople(one, other, facts)).toEqual(comparePeople(other, one, facts));
      }),
    );
  });

  test('who has the same number is exactly the same, and scores the most', () => {
    fc.assert(
      fc.property(people, people, besides, (one, other, facts) => {
        const [numbered, same] = [
          { ...one, identityIndex: 'i' },
          { ...other, identityIndex: 'i' },
        ];
        expect(comparePeople(numbered, same, facts)).toMatchObject({ kind: 'exact', score: 100 });
      }),
    );
  });

  test('one more thing alike never makes them less alike', () => {
    fc.assert(
      fc.property(people, people, besides, (one, other, facts) => {
        const [before, after] = [
          comparePeople({ ...one, addressIndex: null }, other, facts),
          comparePeople({ ...one, addressIndex: 'z' }, { ...other, addressIndex: 'z' }, facts),
        ];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });

  test('each reason is told once, in words, those for it before those against', () => {
    fc.assert(
      fc.property(people, people, besides, (one, other, facts) => {
        const { score, reasons } = comparePeople(one, other, facts);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
        for (const reason of reasons) expect(findDuplicateText(reason)).toMatch(/\p{Script=Han}/u);
        const against = reasons.map((reason) => speaksAgainst(reason));
        expect(against).toEqual(against.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});
