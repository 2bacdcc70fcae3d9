/** GB 18030, the character set in which banks of China read text files. */

const BMP_END = 0x1_00_00;
/** Linear place of U+10000 among the four-byte codes; from there on both count alike. */
const SUPPLEMENTARY_START = 189_000;
const LAST_BMP_FOUR_BYTES = 39_420;

let codes: Uint32Array | undefined;

/** Every character has a code in it; half a surrogate pair becomes a question mark. */
export function encodeGb18030(text: string): Buffer {
  codes ??= invertDecoder();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point >= BMP_END) pushFour(bytes, point - BMP_END + SUPPLEMENTARY_START);
    else pushCode(bytes, codes[point] ?? 0);
  }
  return Buffer.from(bytes);
}

/** Undefined when the bytes are no GB 18030. */
export function decodeGb18030(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The runtime decodes and does not encode: its table is asked once for every code there is. */
function invertDecoder(): Uint32Array {
  const table = new Uint32Array(BMP_END);
  const decoder = new TextDecoder('gb18030');
  const note = (bytes: number[], code: number): void => {
    const [character, ...more] = decoder.decode(Uint8Array.from(bytes));
    const point = character?.codePointAt(0) ?? BMP_END;
    if (more.length > 0 || point < 0x80 || point >= BMP_END || point === 0xfffd) return;
    // Two bytes stand before four: where both lead to one character, the short form is the usual one.
    if (table[point] === 0) table[point] = code;
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) note([lead, trail], (lead << 8) | trail);
  }
  for (let linear = 0; linear < LAST_BMP_FOUR_BYTES; linear += 1) {
    const bytes: number[] = [];
    pushFour(bytes, linear);
    note(bytes, linear + BMP_END);
  }
  return table;
}

function pushCode(bytes: number[], code: number): void {
  if (code === 0) bytes.push(0x3f);
  else if (code < BMP_END) bytes.push(code >> 8, code & 0xff);
  else pushFour(bytes, code - BMP_END);
}

function pushFour(bytes: number[], linear: number): void {
  bytes.push(
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  );
}
