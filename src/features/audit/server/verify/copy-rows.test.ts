import { Readable } from 'node:stream';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readCopyRows } from './copy-rows.ts';

type Row = readonly (string | null)[];

function toCopy(rows: readonly Row[]): Buffer {
  const number = (value: number, bytes: 2 | 4): Buffer => {
    const field = Buffer.alloc(bytes);
    field.writeIntBE(value, 0, bytes);
    return field;
  };
  const fields = rows.flatMap((row) => [
    number(row.length, 2),
    ...row.flatMap((text) => {
      if (text === null) return [number(-1, 4)];
      const bytes = Buffer.from(text);
      return [number(bytes.length, 4), bytes];
    }),
  ]);
  const header = Buffer.concat([Buffer.from('PGCOPY\n\xFF\r\n\0', 'latin1'), Buffer.alloc(8)]);
  return Buffer.concat([header, ...fields, number(-1, 2)]);
}

async function read(chunks: readonly Buffer[]): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const some of readCopyRows(Readable.from(chunks))) {
    rows.push(...some.map((row) => row.map((field) => field && field.toString())));
  }
  return rows;
}

test('rows come out as they went in, wherever the stream is cut', async () => {
  const field = fc.option(fc.string({ unit: 'grapheme' }));
  const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 3 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (given, size) => {
      const bytes = toCopy(given);
      const count = Math.ceil(bytes.length / size);
      const chunks = Array.from({ length: count }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(await read(chunks)).toEqual(given);
    }),
  );
});

test('a stream that ends before its mark is no complete answer', async () => {
  const bytes = toCopy([['whole'], ['cut']]);
  await expect(read([bytes.subarray(0, bytes.length - 2)])).rejects.toMatchObject({
    code: 'database.unreachable',
  });
});
