import { AlignmentType, ImportedXmlComponent, LineRuleType } from 'docx';
import type { IParagraphStyleOptions } from 'docx';

import type { Column } from '../report-model.ts';
import { HEI } from './fonts.ts';
import { SIZE } from './measures.ts';

type Alignment = Column['align'];

/** Table text in 五号, or in 小五 where a table is too wide for it. */
export interface TableType {
  readonly suffix: '' | 'Small';
  /** Type size in half points. */
  readonly size: number;
  readonly line: number;
  /** Twips left and right of the text of a cell. */
  readonly cellMargin: number;
}

export const ORDINARY: TableType = { suffix: '', size: SIZE.hao5, line: 320, cellMargin: 85 };
export const SMALL: TableType = { suffix: 'Small', size: SIZE.xiao5, line: 270, cellMargin: 45 };

const ALIGNMENTS: Readonly<
  Record<Alignment, { id: string; name: string; value: 'left' | 'center' | 'right' }>
> = {
  left: { id: 'TableText', name: '表格文字', value: AlignmentType.LEFT },
  center: { id: 'TableTextCenter', name: '表格文字居中', value: AlignmentType.CENTER },
  right: { id: 'TableNumber', name: '表格数字', value: AlignmentType.RIGHT },
};

export function cellStyleId(align: Alignment, type: TableType): string {
  return `${ALIGNMENTS[align].id}${type.suffix}`;
}

export function headStyleId(type: TableType): string {
  return `TableHead${type.suffix}`;
}

export const TABLE_PARAGRAPH_STYLES: readonly IParagraphStyleOptions[] = [
  {
    id: 'TableCaption',
    name: '表题',
    ...besideTable('center', { before: 160, line: 400, keepNext: true }),
    run: { font: HEI, size: SIZE.xiao4, characterSpacing: 0 },
  },
  {
    id: 'TableUnit',
    name: '表格单位',
    ...besideTable('right', { line: 340, keepNext: true }),
    run: { size: SIZE.hao5, characterSpacing: 0 },
  },
  {
    id: 'TableNote',
    name: '注',
    ...besideTable('left', { before: 60, after: 160, line: 340 }),
    run: { size: SIZE.hao5, characterSpacing: 0 },
  },
  {
    id: 'AfterTable',
    name: '表后',
    ...besideTable('left', { line: 160 }),
    run: { size: SIZE.hao5, characterSpacing: 0 },
  },
  ...stylesOf(ORDINARY, ''),
  ...stylesOf(SMALL, '（小）'),
];

export function tableStyleId(type: TableType): string {
  return `ReportTable${type.suffix}`;
}

/** Rules, inner margins and the shaded head of every table; the library has no builder for table styles. */
export function tableStyles(): ImportedXmlComponent[] {
  return [tableStyle(ORDINARY, '报告表格'), tableStyle(SMALL, '报告表格（小）')];
}

function tableStyle(type: TableType, name: string): ImportedXmlComponent {
  const rules = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => {
    const size = side.startsWith('inside') ? 4 : 8;
    return `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="595959"/>`;
  });
  return ImportedXmlComponent.fromXmlString(
    '<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="table" ' +
      `w:customStyle="1" w:styleId="${tableStyleId(type)}"><w:name w:val="${name}"/><w:qFormat/>` +
      `<w:tblPr><w:tblBorders>${rules.join('')}</w:tblBorders><w:tblCellMar>` +
      `<w:top w:w="28" w:type="dxa"/><w:left w:w="${type.cellMargin}" w:type="dxa"/>` +
      `<w:bottom w:w="28" w:type="dxa"/><w:right w:w="${type.cellMargin}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
      '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EAEEF3"/></w:tcPr>' +
      '</w:tblStylePr></w:style>',
  );
}

function stylesOf(type: TableType, nameSuffix: string): IParagraphStyleOptions[] {
  const run = { size: type.size, characterSpacing: 0 };
  const cells = (['left', 'center', 'right'] as const).map((align) => ({
    id: cellStyleId(align, type),
    name: `${ALIGNMENTS[align].name}${nameSuffix}`,
    ...besideTable(align, { line: type.line }),
    run,
  }));
  return [
    ...cells,
    {
      id: headStyleId(type),
      name: `表头${nameSuffix}`,
      ...besideTable('center', { line: type.line, keepNext: true }),
      run: { ...run, bold: true },
    },
  ];
}

function besideTable(
  align: Alignment,
  {
    line,
    before = 0,
    after = 0,
    keepNext = false,
  }: { line: number; before?: number; after?: number; keepNext?: boolean },
): Omit<IParagraphStyleOptions, 'id' | 'name' | 'run'> {
  return {
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment: ALIGNMENTS[align].value,
      indent: { firstLine: 0, firstLineChars: 0 },
      spacing: { before, after, line, lineRule: LineRuleType.EXACT },
      keepNext,
    },
  };
}
