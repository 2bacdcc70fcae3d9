import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { MAX_SOUNDS, nameSounds, plainName } from './name-sounds.ts';

const meets = (one: string, other: string): boolean =>
  nameSounds(one).some((sound) => nameSounds(other).includes(sound));

describe('sounds of a name', () => {
  test.each([
    ['张伟', 'zhang wei'],
    ['吕布', 'lv bu'],
    ['解晓东', 'xie xiao dong'],
    ['单雄信', 'shan xiong xin'],
    ['万俟卨', 'mo qi xie'],
    ['阿不都热依木·吐尔逊', 'a bu dou re yi mu tu er xun'],
    ['Zhang Wei', 'z h a n g w e i'],
  ])('%s sounds first of all %s', (name, sound) => {
    expect(nameSounds(name)[0]).toBe(sound);
  });

  test('every reading of a character is kept', () => {
    expect(nameSounds('曾乐').toSorted()).toEqual(
      ['ceng', 'zeng'].flatMap((one) => ['lao', 'le', 'yao', 'yue'].map((two) => `${one} ${two}`)),
    );
  });

  test.each([
    ['homophones', '张伟', '章炜'],
    ['traditional characters', '張偉', '张伟'],
    ['variants', '张喆', '张哲'],
    ['variants that no dictionary has', '𠮷田', '吉田'],
    ['a dot and none', '买买提·吐尔逊', '买买提吐尔逊'],
    ['blanks and none', '张 伟', '张伟'],
    ['a surname read in two ways', '乐嘉', '岳嘉'],
  ])('%s meet', (_kind, one, other) => {
    expect(meets(one, other)).toBe(true);
  });

  test('other names do not meet', () => {
    expect(meets('张伟', '张强')).toBe(false);
    expect(meets('西安', '仙')).toBe(false);
  });

  test('nothing has no sound', () => {
    expect(nameSounds('')).toEqual([]);
    expect(nameSounds(' ·　')).toEqual([]);
  });

  test('any text has few sounds, none of them twice or empty, the same each time', () => {
    const characters = fc.oneof(
      fc.constantFrom(...'乐行单解曾长重都不和'),
      fc.string({ maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 10 }), (parts) => {
        const name = parts.join('');
        const sounds = nameSounds(name);
        expect(sounds.length).toBeLessThanOrEqual(MAX_SOUNDS);
        expect(sounds.every((sound) => sound.trim() !== '')).toBe(true);
        expect(new Set(sounds).size).toBe(sounds.length);
        expect(nameSounds(name)).toEqual(sounds);
        expect(plainName(plainName(name))).toBe(plainName(name));
      }),
    );
  });
});
