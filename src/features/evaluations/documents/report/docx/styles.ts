import { AlignmentType, DocumentDefaults, LineRuleType } from 'docx';
import type { IParagraphStyleOptions, IStylesOptions } from 'docx';

import { FANG_SONG, HEI, KAI, SONG, TITLE_SONG } from './fonts.ts';
import { CHARACTER_SPACE, LINE_PITCH, SIZE, TEXT_WIDTH } from './measures.ts';
import { TABLE_PARAGRAPH_STYLES, tableStyles } from './table-styles.ts';

type ParagraphLook = NonNullable<IParagraphStyleOptions['paragraph']>;
type RunLook = NonNullable<IParagraphStyleOptions['run']>;

/** Indent of two characters, given in characters; the twips serve programs that do not know them. */
const INDENTED = { firstLine: 640, firstLineChars: 200 };
const FLUSH = { left: 0, firstLine: 0, firstLineChars: 0 };
const BODY_LINES = { line: LINE_PITCH, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

/** Every paragraph of the report has one of these styles; looks are changed here and nowhere else. */
export function reportStyles(): IStylesOptions {
  const run = { font: FANG_SONG, size: SIZE.hao3, language: { value: 'en-US', eastAsia: 'zh-CN' } };
  return {
    // The library leaves its own defaults out as soon as a style is imported; all styles are named here.
    importedStyles: [new DocumentDefaults({ run }), ...tableStyles()],
    paragraphStyles: [
      ...bodyStyles(),
      ...coverStyles(),
      ...contentsStyles(),
      ...marginStyles(),
      ...TABLE_PARAGRAPH_STYLES,
    ],
    characterStyles: [
      { id: 'Strong', name: 'Strong', quickFormat: true, run: { bold: true } },
      { id: 'Hyperlink', name: 'Hyperlink', run: {} },
    ],
  };
}

function bodyStyles(): IParagraphStyleOptions[] {
  return [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, indent: INDENTED, spacing: BODY_LINES },
      run: { font: FANG_SONG, size: SIZE.hao3, characterSpacing: CHARACTER_SPACE },
    },
    heading(1, { font: HEI }),
    heading(2, { font: KAI }),
    heading(3, { font: FANG_SONG, bold: true }),
    heading(4, { font: FANG_SONG }),
    style('ReportItem', '条目', {}, {}),
    style('Figure', '图', { ...centred(120, 0), ...FIGURE_LINES, keepNext: true }, {}),
    style('FigureCaption', '图题', centred(40, 160, 400), { font: HEI, size: SIZE.xiao4 }),
  ];
}

/** A line as high as the picture in it. */
const FIGURE_LINES = { spacing: { before: 120, after: 0, line: 240, lineRule: LineRuleType.AUTO } };

function coverStyles(): IParagraphStyleOptions[] {
  return [
    style('Title', 'Title', centred(LINE_PITCH * 5, 0, 760), { font: TITLE_SONG, size: SIZE.hao2 }),
    style('Subtitle', 'Subtitle', centred(200, 0, 760), { font: TITLE_SONG, size: SIZE.hao2 }),
    style('CoverOrganization', '封面单位', centred(LINE_PITCH * 8, 0), {}),
    style('CoverLine', '封面落款', centred(60, 0), {}),
    style('ContentsTitle', '目录标题', centred(0, LINE_PITCH, 760), {
      font: TITLE_SONG,
      size: SIZE.hao2,
    }),
  ];
}

/** The styles that Word itself gives the entries of a table of contents. */
function contentsStyles(): IParagraphStyleOptions[] {
  const looks: RunLook[] = [{ font: HEI }, { font: FANG_SONG }, { font: FANG_SONG }];
  return looks.map((run, index) =>
    style(
      `TOC${index + 1}`,
      `toc ${index + 1}`,
      { ...flush(), indent: { ...FLUSH, left: index * 320 }, rightTabStop: TEXT_WIDTH },
      { ...run, size: SIZE.hao4 },
    ),
  );
}

function marginStyles(): IParagraphStyleOptions[] {
  return [
    style('Header', 'header', centred(0, 0, 300), { size: SIZE.xiao5 }),
    // Page numbers stand one character in from the edge of the text.
    style(
      'Footer',
      'footer',
      { ...flush(), indent: { ...FLUSH, left: 280, right: 280 } },
      { font: SONG, size: SIZE.hao4 },
    ),
    {
      ...style('FooterOdd', '页码（单页）', { alignment: AlignmentType.RIGHT }, {}),
      basedOn: 'Footer',
    },
    {
      ...style('FooterEven', '页码（双页）', { alignment: AlignmentType.LEFT }, {}),
      basedOn: 'Footer',
    },
  ];
}

function heading(level: 1 | 2 | 3 | 4, run: RunLook): IParagraphStyleOptions {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    paragraph: { keepNext: true, keepLines: true, outlineLevel: level - 1 },
    run,
  };
}

function style(
  id: string,
  name: string,
  paragraph: ParagraphLook,
  run: RunLook,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, paragraph, run };
}

function flush(): ParagraphLook {
  return { alignment: AlignmentType.LEFT, indent: FLUSH };
}

function centred(before: number, after: number, line: number = LINE_PITCH): ParagraphLook {
  return {
    alignment: AlignmentType.CENTER,
    indent: FLUSH,
    spacing: { before, after, line, lineRule: LineRuleType.EXACT },
  };
}
