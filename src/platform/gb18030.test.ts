import { describe, expect, test } from 'vitest';

import { decodeGb18030, encodeGb18030 } from './gb18030.ts';

describe('GB 18030', () => {
  test.each([
    ['中文', 'd6d0cec4'],
    ['A,1|', '412c317c'],
    ['€', 'a2e3'],
    // Names with rare characters: four bytes, within and beyond the basic plane.
    ['㐂', '8139ef31'],
    ['𠮷', '9534b235'],
  ])('writes %s as %s', (text, hex) => {
    const bytes = encodeGb18030(text);
    expect(decodeGb18030(bytes)).toBe(text);
    expect(bytes.toString('hex')).toBe(hex);
  });

  test('reads back every character of the basic plane and of the one after it', () => {
    let text = '';
    for (let point = 0x20; point < 0x2_ff_ff; point += 1) {
      // Halves of pairs and private characters stand for nothing.
      const isNone = (point >= 0xd8_00 && point <= 0xf8_ff) || point === 0xff_fd;
      if (!isNone) text += String.fromCodePoint(point);
    }
    expect(decodeGb18030(encodeGb18030(text)) === text).toBe(true);
  });

  test('tells bytes that are none', () => {
    expect(decodeGb18030(Uint8Array.from([0xff, 0xff]))).toBeUndefined();
  });
});
