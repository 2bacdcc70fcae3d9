export type Row = readonly string[];

/** Cells of a text table: commas with quotes (RFC 4180), or bars or tabs without. */
export function splitTable(text: string): Row[] {
  const plain = text.replace(/^\u{FEFF}/u, '');
  const [head = ''] = plain.split(/\r?\n/, 1);
  const bar = ['|', '\t'].find((one) => head.includes(one));
  const rows = bar === undefined ? splitQuoted(plain) : splitPlain(plain, bar);
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

function splitPlain(text: string, separator: string): string[][] {
  return text.split(/\r?\n/).map((line) => line.split(separator).map((cell) => cell.trim()));
}

const CELL = /[ \t]*(?:"((?:[^"]|"")*)"|([^,\r\n]*))[ \t]*(,|\r?\n|$)/y;

function splitQuoted(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const match = CELL.exec(text);
    if (match === null) break;
    const [, quoted, plain = '', end] = match;
    row.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push([...row, '']);
  return rows;
}
