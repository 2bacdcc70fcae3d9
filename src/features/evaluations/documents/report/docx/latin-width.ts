/** Widths of Times New Roman in units of the type size; digits and most small letters are half of it. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[.,]/, 0.25],
  [/[-:;!'()/|[\]ijltfr]/, 0.33],
  [/[%@MWmw]/, 0.85],
  [/[A-Z&<>=+~]/, 0.68],
];
const DIGIT = 0.5;

export function latinWidth(word: string): number {
  let width = 0;
  for (const character of word) {
    width += WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? DIGIT;
  }
  return width;
}
