import type { Block, ReportModel } from './report-model.ts';

/** Every text that a reader of the report must find, whatever the format; alternatives of charts stand apart. */
export function modelTexts(model: ReportModel): string[] {
  const { title, subtitle, organization, department, dateText, notice } = model;
  const front = [title, subtitle, organization, department ?? '', dateText, notice ?? ''];
  return [...front, ...model.blocks.flatMap(blockTexts)].filter((text) => text !== '');
}

/** Chart alternatives, which no page shows and every format must carry. */
export function alternativeTexts(model: ReportModel): string[] {
  return model.blocks.flatMap((block) => (block.kind === 'chart' ? [block.alternative] : []));
}

/** Without blanks and marks of zero width: formats differ in where they put them. */
export function withoutBlanks(text: string): string {
  return text.replaceAll(/[\s\u200B\u2060\u00AD]/g, '');
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.lead, block.text];
    case 'list':
      return [...block.items];
    case 'table':
      return [
        block.caption,
        block.unit ?? '',
        ...block.columns.map((column) => column.title),
        ...block.rows.flat(),
        block.note ?? '',
      ];
    case 'chart':
      return [block.caption];
  }
}
