import { describe, expect, it } from 'vitest';

import { subsetFont } from './font-subset.ts';
import { FONT_FILES, readFont } from './fonts.ts';

describe('a font cut down to some characters', () => {
  it('holds their glyphs and measures in a hundredth of the size', async () => {
    for (const file of FONT_FILES) {
      const font = await readFont(file);
      const subset = subsetFont(font, ['困难职工帮扶资金', '0123456789,.-']);
      expect(subset.length).toBeLessThan(font.length / 100);
      expect(advanceOf(subset, '困')).toBe(1000);
      expect(advanceOf(subset, '8')).toBe(advanceOf(font, '8'));
    }
  });

  it('leaves the given bytes as they are', async () => {
    const [file] = FONT_FILES;
    if (file === undefined) throw new Error('no font');
    const font = await readFont(file);
    const before = Buffer.from(font);
    subsetFont(font, ['职工']);
    expect(Buffer.compare(before, font)).toBe(0);
  });

  it('passes over characters that the font has not', async () => {
    const [file] = FONT_FILES;
    if (file === undefined) throw new Error('no font');
    const subset = subsetFont(await readFont(file), ['工\u{10FFFD}']);
    expect(advanceOf(subset, '\u{10FFFD}')).toBeNull();
    expect(advanceOf(subset, '工')).toBe(1000);
  });

  it('is refused for bytes that are no font', () => {
    expect(() => subsetFont(new Uint8Array(64), ['工'])).toThrow(RangeError);
  });
});

/** Reads a font as a program would: through its tables; null where it has no glyph. */
function advanceOf(font: Uint8Array, character: string): number | null {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < data.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    tables.set(String.fromCharCode(...font.subarray(at, at + 4)), data.getUint32(at + 8));
  }
  const cmap = tables.get('cmap') ?? 0;
  const glyph = glyphOf(data, cmap, character.codePointAt(0) ?? 0);
  return glyph === 0 ? null : data.getUint16((tables.get('hmtx') ?? 0) + glyph * 4);
}

function glyphOf(data: DataView, cmap: number, code: number): number {
  for (let index = 0; index < data.getUint16(cmap + 2); index += 1) {
    const table = cmap + data.getUint32(cmap + 8 + index * 8);
    if (data.getUint16(table) !== 12) continue;
    for (let group = 0; group < data.getUint32(table + 12); group += 1) {
      const at = table + 16 + group * 12;
      const first = data.getUint32(at);
      if (code >= first && code <= data.getUint32(at + 4))
        return data.getUint32(at + 8) + code - first;
    }
  }
  return 0;
}
