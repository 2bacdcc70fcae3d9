import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { checkIdentityNumber, toPersonKey } from './identity-number.ts';
import { day } from './plain-date.ts';

const VALID = ['11010519491231002X', '440118199001010019', '440183198506150028'];

describe('numbers of 18 places', () => {
  test('tell birth, sex and region', () => {
    expect(checkIdentityNumber('11010519491231002X')).toEqual({
      valid: true,
      number: '11010519491231002X',
      birth: '1949-12-31',
      sex: 'female',
      region: '110105',
      isResidencePermit: false,
      wasFifteen: false,
    });
    expect(checkIdentityNumber('440118199001010019')).toMatchObject({ valid: true, sex: 'male' });
    expect(checkIdentityNumber('440183198506150028')).toMatchObject({ birth: '1985-06-15' });
  });

  test('a small x, blanks and full-width characters are accepted, X is kept', () => {
    for (const text of ['11010519491231002x', ' 110105 19491231 002x ', '11010519491231002Ｘ']) {
      expect(checkIdentityNumber(text)).toMatchObject({ number: '11010519491231002X' });
    }
    expect(checkIdentityNumber('４４０１１８199001010019')).toMatchObject({ region: '440118' });
  });

  test.each([
    ['44011819900101001', 'length'],
    ['', 'length'],
    ['4401181990010100190', 'length'],
    ['44011819900101A019', 'characters'],
    ['X40118199001010019', 'characters'],
    ['990118199001010019', 'region'],
    ['440118199002300019', 'birth_date'],
    ['440118190002290019', 'birth_date'],
    ['440118199013010019', 'birth_date'],
    ['440118199001010018', 'check_digit'],
  ])('%s is refused for its %s', (text, cause) => {
    expect(checkIdentityNumber(text)).toEqual({ valid: false, cause });
  });

  test('a birth on the day itself stands, one day later is in the future', () => {
    expect(checkIdentityNumber('440118199001010019', day('1990-01-01')).valid).toBe(true);
    expect(checkIdentityNumber('440118199001010019', day('1989-12-31'))).toEqual({
      valid: false,
      cause: 'birth_in_future',
    });
  });

  test('residence permits of region 81, 82 and 83 obey the same check', () => {
    for (const seventeen of ['81000019900101001', '82000019900101001', '83000019900101001']) {
      const valid = [...'0123456789X'].filter((c) => checkIdentityNumber(seventeen + c).valid);
      expect(valid).toHaveLength(1);
      expect(checkIdentityNumber(seventeen + valid[0])).toMatchObject({ isResidencePermit: true });
    }
  });

  it('fails when any one place is changed to another digit', () => {
    const change = fc.tuple(fc.constantFrom(...VALID), fc.nat(17), fc.nat(9));
    fc.assert(
      fc.property(change, ([number, place, digit]) => {
        fc.pre(number[place] !== String(digit));
        const changed = number.slice(0, place) + digit + number.slice(place + 1);
        expect(checkIdentityNumber(changed).valid).toBe(false);
      }),
    );
  });
});

describe('numbers of 15 places', () => {
  test('become 18 places with the century and the check digit, and are marked', () => {
    expect(checkIdentityNumber('440118900101001')).toEqual({
      valid: true,
      number: '440118199001010019',
      birth: '1990-01-01',
      sex: 'male',
      region: '440118',
      isResidencePermit: false,
      wasFifteen: true,
    });
    expect(checkIdentityNumber('110105491231002')).toMatchObject({ number: '11010519491231002X' });
  });

  test.each([
    ['44011890010100X', 'characters'],
    ['440118900230001', 'birth_date'],
    ['810000900101001', 'region'],
  ])('%s is refused for its %s', (text, cause) => {
    expect(checkIdentityNumber(text)).toEqual({ valid: false, cause });
  });

  it('names the same person as the number of 18 places', () => {
    for (const number of VALID) {
      expect(toPersonKey(number.slice(0, 6) + number.slice(8, 17))).toBe(number);
    }
  });

  it('always converts to a number whose own check holds', () => {
    const birth = fc.record({
      year: fc.nat(99),
      month: fc.integer({ min: 1, max: 12 }),
      order: fc.nat(999),
    });
    fc.assert(
      fc.property(birth, ({ year, month, order }) => {
        const pad = (value: number, width: number): string => String(value).padStart(width, '0');
        const fifteen = `440118${pad(year, 2)}${pad(month, 2)}28${pad(order, 3)}`;
        expect(checkIdentityNumber(toPersonKey(fifteen))).toMatchObject({
          valid: true,
          wasFifteen: false,
        });
      }),
    );
  });
});

test('a wrong number still names one person, whatever blanks stand in it', () => {
  expect(toPersonKey(' 44011819900101001x ')).toBe('44011819900101001X');
});
