import { pinyin, polyphonic } from 'pinyin-pro';

/** A name whose characters have more readings together keeps its likeliest ones. */
export const MAX_SOUNDS = 8;

/** Variants which the dictionary of readings does not know. */
const VARIANTS: Readonly<Record<string, string>> = { 𠮷: '吉', 髙: '高', 﨑: '崎', 栁: '柳' };

/**
 * Ways a Chinese name may sound: pinyin without tones, a blank between the syllables, every reading of
 * a character that has several. Homophones, variants and traditional characters so meet in one sound.
 * The likeliest comes first: the surname as surnames are read. Letters stay, in one case.
 */
export function nameSounds(name: string): string[] {
  const plain = plainName(name);
  if (plain === '') return [];
  const usual = split(pinyin(plain, { toneType: 'none', surname: 'head' }));
  const readings = Array.from(plain, readingsOf);
  const sounds = new Set([usual.join(' ')]);
  for (const sound of combine(readings)) {
    if (sounds.size === MAX_SOUNDS) break;
    sounds.add(sound);
  }
  return [...sounds];
}

/** Looked up once a character: a list of ten thousand names has some hundred. */
const known = new Map<string, readonly string[]>();

function readingsOf(character: string): readonly string[] {
  const found = known.get(character);
  if (found !== undefined) return found;
  const options = polyphonic(character, { toneType: 'none', type: 'array' });
  const readings = options.flatMap((option) => option.flatMap(split));
  known.set(character, readings);
  return readings;
}

/** A name as names are compared: without blanks, dots and signs, full-width forms and variants. */
export function plainName(name: string): string {
  const text = name.normalize('NFKC').toLowerCase();
  return Array.from(text, (character) => VARIANTS[character] ?? character)
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .join('');
}

function split(sound: string): string[] {
  return sound
    .replaceAll('ü', 'v')
    .split(' ')
    .filter((syllable) => syllable !== '');
}

/** Every choice of one reading a character, the first readings first; no more than can be kept. */
function combine(readings: readonly (readonly string[])[]): string[] {
  let sounds: string[] = [''];
  for (const options of readings) {
    sounds = options
      .flatMap((syllable) => sounds.map((sound) => `${sound} ${syllable}`.trim()))
      .slice(0, MAX_SOUNDS);
  }
  return sounds;
}
