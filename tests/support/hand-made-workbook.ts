import JSZip from 'jszip';

/** Parts of an .xlsx file as text; what is left out gets a plain form. */
export interface HandMadeWorkbook {
  /** Inner XML of `sheetData`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** `si` elements of the shared string table; left out: no such part. */
  readonly sharedStrings?: string;
  /** Format codes; cell style n + 1 shows the n-th, style 0 is General. */
  readonly formats?: readonly string[];
  /** Ids of built-in formats, as the styles that follow. */
  readonly builtInFormats?: readonly number[];
  readonly uses1904?: boolean;
  readonly states?: Readonly<Record<string, 'hidden' | 'veryHidden'>>;
  readonly namespaces?: 'transitional' | 'strict';
  readonly targets?: 'relative' | 'absolute';
  /** Prefix of all element names, as some programs write them. */
  readonly prefix?: string;
  /** Puts the workbook's own parts at the end of the archive. */
  readonly isReversed?: boolean;
}

const NAMESPACES = {
  transitional: {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
} as const;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts by path, for tests that spoil one of them before they are packed. */
export function partsOf(workbook: HandMadeWorkbook): Map<string, string> {
  const { main, office } = NAMESPACES[workbook.namespaces ?? 'transitional'];
  const root = (name: string, inner: string): string =>
    withPrefix(`<${name} xmlns="${main}" xmlns:r="${office}">${inner}</${name}>`, workbook.prefix);
  const folder = workbook.targets === 'absolute' ? '/xl/' : '';
  const names = Object.keys(workbook.sheets);
  const sheets = names.map((name, index) => {
    const state = workbook.states?.[name];
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden}/>`;
  });
  const relations = names.map((_, index) =>
    relation(`rId${index + 1}`, `${office}/worksheet`, `${folder}worksheets/sheet${index + 1}.xml`),
  );
  relations.push(relation('rIdS', `${office}/styles`, `${folder}styles.xml`));
  relations.push(relation('rIdT', `${office}/sharedStrings`, `${folder}sharedStrings.xml`));
  const parts = new Map([
    [
      '_rels/.rels',
      relationshipsPart(relation('rId1', `${office}/officeDocument`, 'xl/workbook.xml')),
    ],
    [
      'xl/workbook.xml',
      root(
        'workbook',
        `<workbookPr${workbook.uses1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets>`,
      ),
    ],
    ['xl/_rels/workbook.xml.rels', relationshipsPart(relations.join(''))],
    ['xl/styles.xml', root('styleSheet', styles(workbook))],
  ]);
  if (workbook.sharedStrings !== undefined) {
    parts.set('xl/sharedStrings.xml', root('sst', workbook.sharedStrings));
  }
  for (const [index, name] of names.entries()) {
    const data = `<sheetData>${workbook.sheets[name] ?? ''}</sheetData>`;
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, root('worksheet', data));
  }
  return parts;
}

export async function packParts(parts: ReadonlyMap<string, string | Buffer>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [path, content] of parts) zip.file(path, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export async function handMadeWorkbook(workbook: HandMadeWorkbook): Promise<Buffer> {
  const parts = [...partsOf(workbook)];
  return packParts(new Map(workbook.isReversed === true ? parts.toReversed() : parts));
}

/** Rows of inline texts without any references, the barest form of a sheet. */
export function textRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `<row>${row.map((text) => inlineCell(text)).join('')}</row>`).join('');
}

function inlineCell(text: string): string {
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

function styles({ formats = [], builtInFormats = [] }: HandMadeWorkbook): string {
  const codes = formats.map(
    (code, index) =>
      `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const ids = [0, ...formats.map((_, index) => 200 + index), ...builtInFormats];
  const cellXfs = ids.map((id) => `<xf numFmtId="${id}"/>`).join('');
  return (
    `<numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs>${cellXfs}</cellXfs><dxfs><dxf><numFmt numFmtId="200" formatCode="0.00"/></dxf></dxfs>`
  );
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

function relationshipsPart(inner: string): string {
  return `<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`;
}

function withPrefix(xml: string, prefix: string | undefined): string {
  if (prefix === undefined) return xml;
  return xml
    .replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}:`)
    .replace(' xmlns="', ` xmlns:${prefix}="`);
}
