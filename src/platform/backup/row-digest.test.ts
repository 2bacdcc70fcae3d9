import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRowDigest } from './row-digest.ts';
import type { RowTally } from './row-digest.ts';

type Row = readonly (string | null)[];

/** As `copy … (format binary)` writes rows. */
function encode(rows: readonly Row[]): Buffer {
  const head = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
  return Buffer.concat([head, ...rows.map(encodeRow), Buffer.from([0xff, 0xff])]);
}

function encodeRow(row: Row): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(row.length);
  return Buffer.concat([count, ...row.flatMap(encodeField)]);
}

function encodeField(field: string | null): Buffer[] {
  const length = Buffer.alloc(4);
  const bytes = Buffer.from(field ?? '');
  length.writeInt32BE(field === null ? -1 : bytes.length);
  return [length, bytes];
}

function digest(bytes: Buffer, step = bytes.length): RowTally {
  const rows = createRowDigest();
  for (let at = 0; at < bytes.length; at += step) rows.update(bytes.subarray(at, at + step));
  return rows.finish();
}

const anyRows = fc.array(fc.array(fc.option(fc.string({ maxLength: 5 })), { maxLength: 3 }), {
  maxLength: 6,
});

test('is the same in whatever order and steps the rows come', () => {
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 1, max: 40 }), (rows, step) => {
      expect(digest(encode(rows.toReversed()), step)).toEqual(digest(encode(rows)));
      expect(digest(encode(rows)).rowCount).toBe(rows.length);
    }),
  );
});

test('is another one when a row is changed, left out or there twice', () => {
  const whole = digest(
    encode([
      ['1', 'a'],
      ['2', null],
      ['2', null],
    ]),
  ).rowDigest;
  const others: Row[][] = [
    [
      ['1', 'b'],
      ['2', null],
      ['2', null],
    ],
    [
      ['1', 'a'],
      ['2', ''],
      ['2', null],
    ],
    [
      ['1', 'a'],
      ['2', null],
    ],
    [
      ['1', 'a'],
      ['1', 'a'],
      ['2', null],
    ],
    [
      ['1a', ''],
      ['2', null],
      ['2', null],
    ],
    [['1', 'a']],
  ];
  for (const rows of others) expect(digest(encode(rows)).rowDigest).not.toBe(whole);
});

test('does not take rows that broke off for all of them', () => {
  const bytes = encode([['1', 'a']]);
  for (let length = 0; length < bytes.length; length += 1) {
    expect(() => digest(bytes.subarray(0, length), 1000)).toThrow('not complete');
  }
});
