/** How a number under a cell format is meant. */
export type NumberMeaning = 'plain' | 'date' | 'percent';

/** Built-in formats that show a day; 27 to 58 are the East Asian ones (ECMA-376 part 1, 18.8.30). */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const PERCENT_FORMATS: ReadonlySet<number> = new Set([9, 10]);

export function meaningOfBuiltIn(formatId: number): NumberMeaning {
  if (DATE_FORMATS.has(formatId)) return 'date';
  return PERCENT_FORMATS.has(formatId) ? 'percent' : 'plain';
}

/** `yyyy"年"m"月"d"日"` is a date; `h:mm`, `0.00E+00`, `G/通用格式` and `[h]:mm` are not. */
export function meaningOfFormat(code: string): NumberMeaning {
  if (/general|standard|通用格式/i.test(code)) return 'plain';
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|上午\/下午/gi, '');
  const section = bare.split(';', 1)[0] ?? '';
  if (section.includes('%')) return 'percent';
  if (/[0#?]/.test(section.replace(/\.0+/g, ''))) return 'plain';
  if (/[yde年日]/i.test(section)) return 'date';
  return /m/i.test(section) && !/[hs]/i.test(section) ? 'date' : 'plain';
}
