import type { Archive } from './archive.ts';
import { kindOfArchive, notAWorkbook } from './container-kind.ts';
import { findAttribute, isTrue, readXml } from './read-xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

/** Where the parts of a workbook are, whoever wrote it. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly uses1904: boolean;
}

interface Relationship {
  /** Last word of the type; the same in the transitional and the strict namespaces. */
  readonly type: string;
  readonly path: string;
}

const DEFAULT_WORKBOOK = 'xl/workbook.xml';

/** @throws AppError `workbook.not_a_workbook` when the archive holds something else. */
export async function findWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  const workbook = await findWorkbookPath(archive);
  const relationships = await readRelationships(archive, workbook);
  const listed: { name: string; isHidden: boolean; id: string }[] = [];
  let uses1904 = false;
  await readXml(archive, workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') uses1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      listed.push({
        name: attributes['name'] ?? '',
        isHidden: (attributes['state'] ?? 'visible') !== 'visible',
        id: findAttribute(attributes, 'id') ?? '',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  const sheets = listed.flatMap(({ name, isHidden, id }) => {
    const target = relationships.get(id);
    return target?.type === 'worksheet' ? [{ name, isHidden, path: target.path }] : [];
  });
  const byType = (type: string): string | null => {
    const found = [...relationships.values()].find((each) => each.type === type);
    return found !== undefined && archive.has(found.path) ? found.path : null;
  };
  return { sheets, sharedStrings: byType('sharedStrings'), styles: byType('styles'), uses1904 };
}

async function findWorkbookPath(archive: Archive): Promise<string> {
  if (archive.has('_rels/.rels')) {
    const roots = await readRelationships(archive, '');
    const main = [...roots.values()].find((each) => each.type === 'officeDocument');
    if (main !== undefined && archive.has(main.path) && (await isWorkbook(archive, main.path))) {
      return main.path;
    }
  } else if (archive.has(DEFAULT_WORKBOOK)) return DEFAULT_WORKBOOK;
  throw notAWorkbook(kindOfArchive((path) => archive.has(path)));
}

/** A document of another office program is well-formed too; the root element tells. */
async function isWorkbook(archive: Archive, path: string): Promise<boolean> {
  if (!path.toLowerCase().endsWith('.xml')) return false;
  let root: string | undefined;
  await readXml(archive, path, {
    open: (name) => {
      root ??= name;
    },
    close: () => undefined,
    text: () => undefined,
  });
  return root === 'workbook';
}

/** @param source path of the part the relationships belong to; empty for the whole package. */
async function readRelationships(
  archive: Archive,
  source: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const slash = source.lastIndexOf('/') + 1;
  const folder = source.slice(0, slash);
  const relationships = new Map<string, Relationship>();
  const path = `${folder}_rels/${source.slice(slash)}.rels`;
  if (!archive.has(path)) return relationships;
  await readXml(archive, path, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      const target = resolveTarget(folder, attributes['Target'] ?? '');
      relationships.set(attributes['Id'] ?? '', { type, path: target });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relationships;
}

/** `/xl/a.xml` counts from the root of the package, `../a.xml` and `a.xml` from the source's folder. */
function resolveTarget(folder: string, target: string): string {
  const slashed = target.replaceAll('\\', '/');
  const steps = (slashed.startsWith('/') ? slashed : `${folder}${slashed}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
