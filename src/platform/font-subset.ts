/*
 * Cuts a TrueType font down to the glyphs of given characters. Drawing libraries read a font file anew for
 * every piece of text; ten megabytes a time take seconds, thirty kilobytes take nothing.
 * Layout tables are dropped: Chinese text and digits need neither ligatures nor kerning.
 */
const KEPT_TABLES = ['OS/2', 'head', 'hhea', 'maxp', 'name', 'post', 'cvt ', 'fpgm', 'prep'];
const MISSING_GLYPH = 0;

/** A complete font with the same names and measures, and only these characters (those that it has). */
export function subsetFont(font: Uint8Array, characters: Iterable<string>): Uint8Array {
  const source = readTables(font);
  const codes = codesWithGlyphs(source, characters);
  const glyphs = withComponents(source, [MISSING_GLYPH, ...codes.map(([, glyph]) => glyph)]);
  const newIds = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const outlines = glyphs.map((glyph) => renumbered(glyphData(source, glyph), newIds));

  const tables = new Map<string, Uint8Array>();
  for (const tag of KEPT_TABLES) {
    const table = source.get(tag);
    if (table !== undefined) tables.set(tag, copyOf(table));
  }
  view(tables.get('head')).setInt16(50, 1);
  view(tables.get('maxp')).setUint16(4, glyphs.length);
  view(tables.get('hhea')).setUint16(34, glyphs.length);
  // Version 3 keeps no glyph names, whose list would no longer fit.
  tables.set('post', postWithoutNames(source));
  tables.set('hmtx', metricsOf(source, glyphs));
  tables.set('cmap', characterMap(codes.map(([code, glyph]) => [code, newIds.get(glyph) ?? 0])));
  tables.set('loca', offsetsOf(outlines));
  tables.set('glyf', joined(outlines.map(padded)));
  return assemble(tables);
}

type Tables = ReadonlyMap<string, Uint8Array>;

/** @throws RangeError when the bytes are not a TrueType font with outlines of its own. */
function readTables(font: Uint8Array): Tables {
  const directory = view(font);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < directory.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const offset = directory.getUint32(at + 8);
    tables.set(tag, font.subarray(offset, offset + directory.getUint32(at + 12)));
  }
  if (!tables.has('glyf')) throw new RangeError('not a TrueType font with glyf outlines');
  return tables;
}

function codesWithGlyphs(source: Tables, characters: Iterable<string>): [number, number][] {
  const findGlyph = glyphFinder(view(source.get('cmap')));
  const codes = new Set<number>();
  for (const text of characters)
    for (const character of text) codes.add(character.codePointAt(0) ?? 0);
  return [...codes]
    .toSorted((a, b) => a - b)
    .map((code): [number, number] => [code, findGlyph(code)])
    .filter(([, glyph]) => glyph !== MISSING_GLYPH);
}

/** Reads the map of all Unicode planes (format 12), else that of the first plane (format 4). */
function glyphFinder(cmap: DataView): (code: number) => number {
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, index) =>
    cmap.getUint32(8 + index * 8),
  );
  const full = subtables.find((at) => cmap.getUint16(at) === 12);
  if (full !== undefined) return (code) => findInGroups(cmap, full, code);
  const basic = subtables.find((at) => cmap.getUint16(at) === 4);
  if (basic === undefined) throw new RangeError('font without a Unicode character map');
  return (code) => findInSegments(cmap, basic, code);
}

function findInGroups(cmap: DataView, at: number, code: number): number {
  let low = 0;
  let high = cmap.getUint32(at + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + middle * 12;
    if (code < cmap.getUint32(group)) high = middle - 1;
    else if (code > cmap.getUint32(group + 4)) low = middle + 1;
    else return cmap.getUint32(group + 8) + code - cmap.getUint32(group);
  }
  return MISSING_GLYPH;
}

function findInSegments(cmap: DataView, at: number, code: number): number {
  const doubled = cmap.getUint16(at + 6);
  const ends = at + 14;
  for (let offset = 0; offset < doubled; offset += 2) {
    if (code > cmap.getUint16(ends + offset)) continue;
    const start = cmap.getUint16(ends + doubled + 2 + offset);
    if (code < start) return MISSING_GLYPH;
    const delta = cmap.getUint16(ends + 2 * doubled + 2 + offset);
    const rangeAt = ends + 3 * doubled + 2 + offset;
    const range = cmap.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = cmap.getUint16(rangeAt + range + (code - start) * 2);
    return glyph === 0 ? MISSING_GLYPH : (glyph + delta) & 0xffff;
  }
  return MISSING_GLYPH;
}

function glyphData(source: Tables, glyph: number): Uint8Array {
  const loca = view(source.get('loca'));
  const isLong = view(source.get('head')).getInt16(50) === 1;
  const offset = (index: number): number =>
    isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2;
  return source.get('glyf')?.subarray(offset(glyph), offset(glyph + 1)) ?? new Uint8Array();
}

/** The glyphs and, at the end, those that composite glyphs among them are made of. */
function withComponents(source: Tables, glyphs: readonly number[]): number[] {
  const all = new Set(glyphs);
  // A set grows while it is walked: components of components are met as well.
  for (const glyph of all) {
    for (const at of componentOffsets(glyphData(source, glyph)))
      all.add(view(glyphData(source, glyph)).getUint16(at));
  }
  return [...all];
}

/** Where a composite glyph names its parts; nothing for a simple glyph. */
function componentOffsets(glyph: Uint8Array): number[] {
  if (glyph.length === 0 || view(glyph).getInt16(0) >= 0) return [];
  const data = view(glyph);
  const offsets: number[] = [];
  for (let at = 10, hasMore = true; hasMore;) {
    const flags = data.getUint16(at);
    offsets.push(at + 2);
    at += 4 + ((flags & 0x1) === 0 ? 2 : 4);
    at += (flags & 0x8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    hasMore = (flags & 0x20) !== 0;
  }
  return offsets;
}

function renumbered(glyph: Uint8Array, newIds: ReadonlyMap<number, number>): Uint8Array {
  const offsets = componentOffsets(glyph);
  if (offsets.length === 0) return glyph;
  const copy = copyOf(glyph);
  for (const at of offsets)
    view(copy).setUint16(at, newIds.get(view(copy).getUint16(at)) ?? MISSING_GLYPH);
  return copy;
}

/** Advance and left bearing of each glyph; the font gives the last advance once for all that follow. */
function metricsOf(source: Tables, glyphs: readonly number[]): Uint8Array {
  const advances = view(source.get('hhea')).getUint16(34);
  const metrics = view(source.get('hmtx'));
  const table = new Uint8Array(glyphs.length * 4);
  glyphs.forEach((glyph, index) => {
    view(table).setUint16(index * 4, metrics.getUint16(Math.min(glyph, advances - 1) * 4));
    const bearingAt = glyph < advances ? glyph * 4 + 2 : advances * 4 + (glyph - advances) * 2;
    view(table).setInt16(index * 4 + 2, metrics.getInt16(bearingAt));
  });
  return table;
}

function postWithoutNames(source: Tables): Uint8Array {
  const post = copyOf(source.get('post') ?? new Uint8Array(32)).subarray(0, 32);
  view(post).setUint32(0, 0x00030000);
  return post;
}

function characterMap(codes: readonly (readonly [number, number])[]): Uint8Array {
  const table = new Uint8Array(12 + 16 + codes.length * 12);
  const data = view(table);
  data.setUint16(2, 1);
  data.setUint16(4, 3);
  data.setUint16(6, 10);
  data.setUint32(8, 12);
  data.setUint16(12, 12);
  data.setUint32(16, 16 + codes.length * 12);
  data.setUint32(24, codes.length);
  codes.forEach(([code, glyph], index) => {
    data.setUint32(28 + index * 12, code);
    data.setUint32(32 + index * 12, code);
    data.setUint32(36 + index * 12, glyph);
  });
  return table;
}

function offsetsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const table = new Uint8Array((outlines.length + 1) * 4);
  let offset = 0;
  outlines.forEach((outline, index) => {
    offset += padded(outline).length;
    view(table).setUint32((index + 1) * 4, offset);
  });
  return table;
}

function assemble(tables: Tables): Uint8Array {
  const tags = [...tables.keys()].toSorted();
  const header = new Uint8Array(12 + tags.length * 16);
  const data = view(header);
  const power = 2 ** Math.floor(Math.log2(tags.length));
  data.setUint32(0, 0x00010000);
  data.setUint16(4, tags.length);
  data.setUint16(6, power * 16);
  data.setUint16(8, Math.log2(power));
  data.setUint16(10, (tags.length - power) * 16);
  let offset = header.length;
  tags.forEach((tag, index) => {
    const table = tables.get(tag) ?? new Uint8Array();
    const at = 12 + index * 16;
    header.set(
      [...tag].map((character) => character.charCodeAt(0)),
      at,
    );
    data.setUint32(at + 4, checksum(padded(table)));
    data.setUint32(at + 8, offset);
    data.setUint32(at + 12, table.length);
    offset += padded(table).length;
  });
  return joined([header, ...tags.map((tag) => padded(tables.get(tag) ?? new Uint8Array()))]);
}

function checksum(table: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + view(table).getUint32(at)) >>> 0;
  return sum;
}

function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 4 === 0) return bytes;
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  return whole;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The method `slice` of a Node buffer would share the font's own bytes. */
function copyOf(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}

function view(bytes: Uint8Array = new Uint8Array()): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
