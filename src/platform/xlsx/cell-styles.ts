import type { Archive } from './archive.ts';
import { meaningOfBuiltIn, meaningOfFormat, type NumberMeaning } from './number-format.ts';
import { readXml } from './read-xml.ts';

/** What numbers mean under each cell style, by style number. */
export async function readCellStyles(
  archive: Archive,
  path: string,
): Promise<readonly NumberMeaning[]> {
  const formats = new Map<number, string>();
  const formatIds: number[] = [];
  // The same elements also stand under named styles and differential formats.
  let section = '';
  await readXml(archive, path, {
    open: (name, attributes) => {
      if (name === 'numFmts' || name === 'cellXfs') section = name;
      else if (name === 'numFmt' && section === 'numFmts') {
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      } else if (name === 'xf' && section === 'cellXfs') {
        formatIds.push(Number(attributes['numFmtId'] ?? 0));
      }
    },
    close: (name) => {
      if (name === section) section = '';
    },
    text: () => undefined,
  });
  return formatIds.map((id) => {
    const code = formats.get(id);
    return code === undefined ? meaningOfBuiltIn(id) : meaningOfFormat(code);
  });
}
