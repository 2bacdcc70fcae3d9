/** Columns a spreadsheet can have: up to XFD. */
export const MAX_COLUMN = 16_384;

/** 1-based column of a reference such as `N12`; undefined when it starts with no letters. */
export function columnOfReference(reference: string): number | undefined {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? undefined : column;
}
