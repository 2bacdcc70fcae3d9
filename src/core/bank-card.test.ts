import { expect, test } from 'vitest';

import { doubtBankCard, normalizeBankCard } from './bank-card.ts';

test.each([
  ['6222023602000000000', null],
  ['6217003300000000005', null],
  ['６２１７ 0033 0000-0000 005', null],
  ['6217003300000000006', 'check'],
  ['79927398713', 'length'],
  ['62170033000000000055', 'length'],
  ['621700330000000000X', 'characters'],
  ['', 'characters'],
])('%s', (text, expected) => {
  expect(doubtBankCard(text)).toBe(expected);
});

test('one wrong digit is always noticed', () => {
  const card = '6217003300000000005';
  for (let place = 0; place < card.length; place += 1) {
    for (const digit of '0123456789') {
      if (digit === card[place]) continue;
      const wrong = card.slice(0, place) + digit + card.slice(place + 1);
      expect(doubtBankCard(wrong), wrong).toBe('check');
    }
  }
});

test('a number is the same however it is written', () => {
  expect(normalizeBankCard(' 6217 0033-0000 ')).toBe('621700330000');
});
