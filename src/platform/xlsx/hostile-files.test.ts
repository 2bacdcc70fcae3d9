import { Buffer } from 'node:buffer';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  handMadeWorkbook,
  packParts,
  partsOf,
  textRows,
} from '../../../tests/support/hand-made-workbook.ts';
import { XLSX_LIMITS, type XlsxLimits } from './limits.ts';
import { readFileBytes } from './read-file-bytes.ts';
import { readWorkbook } from './read-workbook.ts';

async function read(bytes: Buffer, limits: Partial<XlsxLimits> = {}): Promise<number> {
  let rows = 0;
  await readWorkbook(bytes, {
    limits: { ...XLSX_LIMITS, ...limits },
    openSheet: () => () => {
      rows += 1;
    },
  });
  return rows;
}

const PLAIN = {
  sheets: {
    甲: textRows([
      ['一', '二'],
      ['三', '四'],
      ['五', '六'],
    ]),
  },
};

/** An OLE container is recognised by its magic and the names in its directory. */
function oleFile(...streams: readonly string[]): Buffer {
  const magic = Buffer.from('D0CF11E0A1B11AE1', 'hex');
  return Buffer.concat([
    magic,
    Buffer.alloc(600),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ]);
}

async function zipOf(...paths: readonly string[]): Promise<Buffer> {
  return packParts(new Map(paths.map((path) => [path, '<a/>'])));
}

describe('files that are no workbook', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a text', Buffer.from('申请编号,姓名\n1,张三\n'), 'text'],
    ['a UTF-16 text', Buffer.from('\uFEFF申请编号\t姓名', 'utf16le'), 'text'],
    ['a web page named .xls', Buffer.from('\n<html><table></table></html>'), 'html'],
    ['a picture', Buffer.from('89504E470D0A1A0A0000', 'hex'), 'unknown'],
    [
      'an empty archive',
      Buffer.from('504B0506000000000000000000000000000000000000', 'hex'),
      'archive',
    ],
    ['an OLE file of another program', oleFile('WordDocument'), 'unknown'],
  ])('%s is refused by name', async (_, bytes, found) => {
    await expect(read(bytes)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'workbook.not_a_workbook',
      params: { found },
    });
  });

  it.each([
    ['word/document.xml', 'word'],
    ['ppt/presentation.xml', 'presentation'],
    ['xl/workbook.bin', 'binary_workbook'],
    ['readme.txt', 'archive'],
  ])('an archive with %s is refused by name', async (path, found) => {
    await expect(read(await zipOf(path))).rejects.toMatchObject({ params: { found } });
  });

  it('an OpenDocument file is refused by name', async () => {
    await expect(read(await zipOf('mimetype', 'content.xml'))).rejects.toMatchObject({
      params: { found: 'open_document' },
    });
  });

  it('tells an encrypted workbook from an old .xls', async () => {
    await expect(read(oleFile('EncryptionInfo', 'EncryptedPackage'))).rejects.toMatchObject({
      code: 'workbook.encrypted',
    });
    await expect(read(oleFile('Workbook'))).rejects.toMatchObject({ code: 'workbook.old_xls' });
  });
});

describe('damaged workbooks', () => {
  it('a file cut short is damaged', async () => {
    const bytes = await handMadeWorkbook(PLAIN);
    await expect(read(bytes.subarray(0, bytes.length - 40))).rejects.toMatchObject({
      code: 'workbook.damaged',
    });
  });

  it('a flipped byte does not pass as data', async () => {
    const zip = new JSZip();
    for (const [path, part] of partsOf(PLAIN)) zip.file(path, part);
    const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
    const at = bytes.indexOf(Buffer.from('三'));
    bytes[at + 2] = (bytes[at + 2] ?? 0) ^ 1;
    await expect(read(bytes)).rejects.toMatchObject({ code: 'workbook.damaged' });
  });

  it.each([
    ['not well-formed', 'xl/worksheets/sheet1.xml', '<worksheet><sheetData></worksheet>'],
    ['cut off', 'xl/worksheets/sheet1.xml', '<worksheet><sheetData>'],
    [
      'a text number without its table',
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData><row><c t="s"><v>3</v></c></row></sheetData></worksheet>',
    ],
    [
      'a row number of words',
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData><row r="x"/></sheetData></worksheet>',
    ],
    [
      'a column past the last',
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a number of words',
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData><row><c><v>many</v></c></row></sheetData></worksheet>',
    ],
  ])('%s is damaged', async (_, path, part) => {
    const bytes = await packParts(new Map(partsOf(PLAIN)).set(path, part));
    await expect(read(bytes)).rejects.toMatchObject({ code: 'workbook.damaged' });
  });

  it('a missing sheet part is damaged', async () => {
    const parts = partsOf(PLAIN);
    parts.delete('xl/worksheets/sheet1.xml');
    await expect(read(await packParts(parts))).rejects.toMatchObject({
      code: 'workbook.damaged',
      params: { part: 'xl/worksheets/sheet1.xml' },
    });
  });

  it('two parts of one name are refused, for programs differ on which one counts', async () => {
    const parts = new Map(partsOf(PLAIN)).set('xl/WORKBOOK.xml', '<workbook/>');
    await expect(read(await packParts(parts))).rejects.toMatchObject({ code: 'workbook.damaged' });
  });
});

describe('attacks', () => {
  it('a zip bomb is stopped by what it inflates to', async () => {
    const bomb = new Map(partsOf(PLAIN)).set(
      'xl/worksheets/sheet1.xml',
      `<worksheet>${' '.repeat(1_500_000)}</worksheet>`,
    );
    const bytes = await packParts(bomb);
    expect(bytes.length).toBeLessThan(10_000);
    await expect(read(bytes, { entryBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'workbook.too_large',
      params: { limit: 'entryBytes', allowed: 1_000_000 },
    });
    await expect(read(bytes, { totalBytes: 1_000_000 })).rejects.toMatchObject({
      params: { limit: 'totalBytes' },
    });
  });

  it('a size header that lies is not believed', async () => {
    const size = 1_500_000;
    const sheet = `<worksheet>${' '.repeat(size - '<worksheet></worksheet>'.length)}</worksheet>`;
    const bytes = await packParts(new Map(partsOf(PLAIN)).set('xl/worksheets/sheet1.xml', sheet));
    const truth = Buffer.alloc(4);
    truth.writeUInt32LE(size);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(900);
    for (let at = bytes.indexOf(truth); at >= 0; at = bytes.indexOf(truth)) lie.copy(bytes, at);
    await expect(read(bytes, { entryBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'workbook.damaged',
    });
  });

  it('no entity is defined or expanded', async () => {
    const bytes = await packParts(
      new Map(partsOf(PLAIN)).set(
        'xl/worksheets/sheet1.xml',
        '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
      ),
    );
    await expect(read(bytes)).rejects.toMatchObject({ code: 'workbook.damaged' });
  });

  it('endless nesting and endless tokens are stopped', async () => {
    const nested = new Map(partsOf(PLAIN)).set('xl/worksheets/sheet1.xml', '<a>'.repeat(10_000));
    await expect(read(await packParts(nested))).rejects.toMatchObject({ code: 'workbook.damaged' });
    const token = new Map(partsOf(PLAIN)).set(
      'xl/worksheets/sheet1.xml',
      `<a b="${'c'.repeat(1_500_000)}"/>`,
    );
    await expect(read(await packParts(token))).rejects.toMatchObject({ code: 'workbook.damaged' });
  });

  it.each<[keyof XlsxLimits, number]>([
    ['fileBytes', 100],
    ['archiveEntries', 3],
    ['rowsPerSheet', 2],
    ['cells', 5],
  ])('the limit of %s holds', async (limit, allowed) => {
    await expect(read(await handMadeWorkbook(PLAIN), { [limit]: allowed })).rejects.toMatchObject({
      code: 'workbook.too_large',
      params: { limit, allowed },
    });
  });

  it.each<[keyof XlsxLimits, number]>([
    ['sharedStrings', 1],
    ['sharedCharacters', 5],
  ])('the limit of %s holds', async (limit, allowed) => {
    const sharedStrings = '<si><t>一二三</t></si><si><t>四五六</t></si>';
    const bytes = await handMadeWorkbook({ ...PLAIN, sharedStrings });
    await expect(read(bytes, { [limit]: allowed })).rejects.toMatchObject({ params: { limit } });
  });

  it('blank rows below the data do not count', async () => {
    const data = `${textRows([['一']])}${'<row/>'.repeat(30_000)}`;
    expect(await read(await handMadeWorkbook({ sheets: { 甲: data } }))).toBe(1);
  });

  it('a fault in the program that reads the rows is not taken for a damaged file', async () => {
    const reading = readWorkbook(await handMadeWorkbook(PLAIN), {
      openSheet: () => () => {
        throw new TypeError('a bug');
      },
    });
    await expect(reading).rejects.toThrow(TypeError);
  });
});

describe('files on disk', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xlsx-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('a missing file, a folder and a huge file are told apart', async () => {
    await expect(readFileBytes(join(folder, 'none.xlsx'))).rejects.toMatchObject({
      kind: 'not_found',
      code: 'workbook.not_found',
    });
    await expect(readFileBytes(folder)).rejects.toMatchObject({ code: 'workbook.not_a_file' });
    await writeFile(join(folder, 'big.xlsx'), 'x'.repeat(200));
    await expect(
      readFileBytes(join(folder, 'big.xlsx'), { ...XLSX_LIMITS, fileBytes: 100 }),
    ).rejects.toMatchObject({ code: 'workbook.too_large' });
  });
});
