import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A static TrueType file that ships with the product; all of them are under the SIL Open Font License. */
export interface FontFile {
  /** The family name inside the file, as CSS, SVG and typesetters ask for it. */
  readonly family: 'Noto Serif SC' | 'Noto Sans SC';
  readonly weight: 400 | 700;
  readonly path: string;
}

/** Regular and bold of the serif face (text) and the sans face (headings, charts). */
export const FONT_FILES: readonly FontFile[] = [
  file('Noto Serif SC', 400, 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  file('Noto Serif SC', 700, 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  file('Noto Sans SC', 400, 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  file('Noto Sans SC', 700, 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
];

/** @throws RangeError for a face that does not ship. */
export function getFont(family: FontFile['family'], weight: FontFile['weight']): FontFile {
  const found = FONT_FILES.find((font) => font.family === family && font.weight === weight);
  if (found === undefined) throw new RangeError(`no font file for ${family} ${weight}`);
  return found;
}

/** The bytes of a font file, read anew at each call: 10 to 15 MB that nobody should keep. */
export async function readFont(font: FontFile): Promise<Uint8Array> {
  return readFile(font.path);
}

function file(family: FontFile['family'], weight: FontFile['weight'], path: string): FontFile {
  return { family, weight, path: require.resolve(`@expo-google-fonts/${path}`) };
}
