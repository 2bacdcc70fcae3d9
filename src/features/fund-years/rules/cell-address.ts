/** Letters of a 1-based column: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function cellAddress(column: number | undefined, row: number): string {
  return column === undefined ? String(row) : `${columnLetters(column)}${row}`;
}

/** Row number of a reference such as `救助台账!12`; undefined when there is none. */
export function rowOfReference(reference: string): number | undefined {
  const row = Number(reference.slice(reference.lastIndexOf('!') + 1));
  return Number.isSafeInteger(row) && row > 0 ? row : undefined;
}
