import { deflateSync } from 'node:zlib';

import { Document, Packer, Paragraph } from 'docx';
import exceljs from 'exceljs';
import jszip from 'jszip';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { inspectFile } from './inspect-file.ts';

const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } });

describe('the kind is told by the content', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s', async (format) => {
    const bytes = await picture.clone().toFormat(format).toBuffer();
    expect(await inspectFile(bytes)).toEqual({ kind: format, activeContent: [] });
  });

  test('HEIC', async () => {
    const start = Buffer.from('0000001866747970686569630000000068656963', 'hex');
    expect(await inspectFile(Buffer.concat([start, Buffer.alloc(100)]))).toMatchObject({
      kind: 'heic',
    });
  });

  test('xlsx and docx', async () => {
    expect(await inspectFile(await aWorkbook())).toMatchObject({ kind: 'xlsx' });
    expect(await inspectFile(await aLetter())).toMatchObject({ kind: 'docx' });
  });

  test.each([
    ['plain text', Buffer.from('张三,李四\r\n1,2\r\n')],
    ['text with a byte order mark', Buffer.from('\uFEFF姓名\t金额\n')],
    ['text in GBK', Buffer.from('d5c5c8fd2cc0eecbc40d0a', 'hex')],
    ['a text that begins like a picture or a program', Buffer.from('BM,MZ,1\n')],
    ['a comparison', Buffer.from('1 < 2, a<b')],
  ])('%s is text', async (_, bytes) => {
    expect(await inspectFile(bytes)).toEqual({ kind: 'text', activeContent: [] });
  });
});

describe('refused, with the kind found:', () => {
  test.each([
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['svg', '<?xml version="1.0"?>\n<!-- x -->\n<svg onload="alert(1)"/>'],
    ['html', '<!DOCTYPE html><title>x</title>'],
    ['html', '\uFEFF\n  <HTML><body>x'],
    ['html', '姓名,备注\n张三,<script src=x></script>'],
    ['xml', '<?xml version="1.0"?><a/>'],
    ['script', '#!/bin/sh\nrm -rf /\n'],
    ['rtf', '{\\rtf1 x}'],
    ['postscript', '%!PS-Adobe'],
  ])('%s', async (found, text) => {
    await expect(inspectFile(Buffer.from(text))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'files.type_not_allowed',
      params: { found },
    });
  });

  test.each([
    ['exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['elf', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(100)])],
    ['gif', Buffer.from('47494638396101000100000000003b', 'hex')],
    ['cfb', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['unknown', Buffer.from([1, 2, 3, 4])],
  ])('%s', async (found, bytes) => {
    await expect(inspectFile(bytes)).rejects.toMatchObject({ params: { found } });
  });

  test('a zip archive that is no office file', async () => {
    const zip = new jszip().file('setup.exe', 'MZ');
    await expect(inspectFile(await bytesOf(zip))).rejects.toMatchObject({
      params: { found: 'zip' },
    });
  });
});

describe('office files with programs are refused:', () => {
  const macros = { kind: 'invalid', code: 'files.macros_not_allowed' };

  test('a VBA project under its usual name', async () => {
    const zip = await jszip.loadAsync(await aWorkbook());
    zip.file('xl/vbaProject.bin', 'x');
    await expect(inspectFile(await bytesOf(zip))).rejects.toMatchObject(macros);
  });

  test.each([
    '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.&#118;baProject"/>',
    '<Override PartName="/x.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>',
  ])('one under another name, by its type: %s', async (override) => {
    const zip = await jszip.loadAsync(await aLetter());
    const types = (await zip.file('[Content_Types].xml')?.async('string')) ?? '';
    const changed = types.replace('</Types>', `${override}</Types>`);
    expect(changed).not.toBe(types);
    zip.file('[Content_Types].xml', changed);
    await expect(inspectFile(await bytesOf(zip))).rejects.toMatchObject(macros);

    const inUtf16 = Buffer.from(`\uFEFF${changed}`, 'utf16le');
    zip.file('[Content_Types].xml', inUtf16);
    await expect(inspectFile(await bytesOf(zip))).rejects.toMatchObject(macros);
  });
});

describe('a PDF', () => {
  test('that only shows pages has nothing to warn of', async () => {
    const plain = aPdf('<< /Type /Page /JSON 1 /XFAx 2 >>');
    expect(await inspectFile(plain)).toEqual({ kind: 'pdf', activeContent: [] });
    const packed = aPdf(objectStream('<< /Type /Page >>'));
    expect(await inspectFile(packed)).toEqual({ kind: 'pdf', activeContent: [] });
  });

  test.each([
    ['javascript', '<< /S /JavaScript /JS (app.alert(1)) >>'],
    ['javascript', '<< /S /J#61vaScr#69pt /JS (app.alert(1)) >>'],
    ['launch', '<< /S /Launch /F (cmd.exe) >>'],
    ['embedded_file', '<< /Type /EmbeddedFile >>'],
    ['rich_media', '<< /Subtype /RichMedia >>'],
    ['form_program', '<< /XFA [1 0 R] >>'],
    ['encrypted', '<< /Encrypt 5 0 R >>'],
  ])('with %s is flagged, also inside a compressed object stream', async (content, object) => {
    expect((await inspectFile(aPdf(object))).activeContent).toEqual([content]);
    expect((await inspectFile(aPdf(objectStream(object)))).activeContent).toEqual([content]);
  });

  test('with an object stream that cannot be read is flagged as such', async () => {
    const broken = aPdf('<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nxxxx\nendstream');
    expect((await inspectFile(broken)).activeContent).toEqual(['unreadable']);
    const padded = objectStream('<< /S /Launch >>').replace(
      '/ObjStm',
      `/ObjStm%${' '.repeat(2000)}\n`,
    );
    expect((await inspectFile(aPdf(padded))).activeContent).toEqual(['unreadable']);
  });

  test('that names countless object streams is flagged after a look at the first', async () => {
    const many = aPdf('/ObjStm stream\n'.repeat(100_000));
    expect((await inspectFile(many)).activeContent).toEqual(['unreadable']);
  });

  test('that would inflate without end is flagged, in bounded time and memory', async () => {
    const bomb = aPdf(objectStream('0'.repeat(68_000_000)));
    expect((await inspectFile(bomb)).activeContent).toEqual(['unreadable']);
  });
});

/** Latin-1, as the offsets of a real file count bytes. */
function aPdf(object: string): Buffer {
  const head = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n';
  return Buffer.from(
    `${head}2 0 obj\n${object}\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF`,
    'latin1',
  );
}

function objectStream(object: string): string {
  const packed = deflateSync(object, { level: 1 }).toString('latin1');
  const length = packed.length;
  return `<< /Type /ObjStm /N 1 /Filter /FlateDecode /Length ${length} >>\nstream\n${packed}\nendstream`;
}

async function aWorkbook(): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('台账').addRow(['张三', 1]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function aLetter(): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('申请')] }] }));
}

function bytesOf(zip: jszip): Promise<Buffer> {
  return zip.generateAsync({ type: 'nodebuffer' });
}
