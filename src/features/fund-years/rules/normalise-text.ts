const FULL_WIDTH = /[\uFF01-\uFF5E\u3000\u2212]/;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;
const HAS_INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/;
/** Blanks between two Chinese characters are layout (a name of two characters set wide), not part of a name. */
const BLANK_IN_CHINESE = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** Outer blanks and invisible characters removed, line ends unified. */
export function trimText(text: string): string {
  const visible = HAS_INVISIBLE.test(text) ? text.replace(INVISIBLE, '') : text;
  return visible.includes('\r') ? visible.replace(/\r\n?/g, '\n').trim() : visible.trim();
}

/** `trimText` with full-width digits, letters and signs made half-width: `２０２３－０４` is `2023-04`. */
export function toHalfWidth(text: string): string {
  const trimmed = trimText(text);
  if (!FULL_WIDTH.test(trimmed)) return trimmed;
  return trimmed.replace(/[\uFF01-\uFF5E\u3000\u2212]/g, (character) => {
    if (character === '\u3000') return ' ';
    if (character === '\u2212') return '-';
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}

/** Half-width without any blank: the form in which numbers, codes and choices are compared. */
export function squeeze(text: string): string {
  const half = toHalfWidth(text);
  return /\s/.test(half) ? half.replace(/\s+/g, '') : half;
}

/** A name of a person, a union or an indicator. */
export function cleanName(text: string): string {
  const trimmed = trimText(text);
  return /\s/.test(trimmed) ? trimmed.replace(BLANK_IN_CHINESE, '').replace(/\s+/g, ' ') : trimmed;
}

/** A heading without blanks, star, colon and the unit in brackets behind it. */
export function headingKey(text: string): string {
  return squeeze(text)
    .replace(/[*★:]/g, '')
    .replace(/(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】)+$/, '');
}
