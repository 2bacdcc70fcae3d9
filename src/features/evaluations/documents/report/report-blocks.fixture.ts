import type { Chart, Column, Heading, ItemList, Paragraph, Table } from './report-model.ts';

export function headingBlock(
  level: Heading['level'],
  id: string,
  text: string,
  startsPage = false,
): Heading {
  return { kind: 'heading', level, id, text, startsPage };
}

export function paragraphBlock(text: string, lead = ''): Paragraph {
  return { kind: 'paragraph', lead, text };
}

export function listBlock(...items: readonly string[]): ItemList {
  return { kind: 'list', items };
}

export function tableBlock(overrides: Partial<Table> = {}): Table {
  return {
    kind: 'table',
    id: 'table',
    caption: '表1 样表',
    unit: null,
    columns: [column('序号', 'center', 1), column('名称', 'left', 3), column('金额', 'right', 2)],
    rows: [['1', '甲', '100.00']],
    mergedColumns: 0,
    hasTotalRow: false,
    note: null,
    ...overrides,
  };
}

export function chartBlock(overrides: Partial<Chart> = {}): Chart {
  return {
    kind: 'chart',
    id: 'chart',
    caption: '图1 样图',
    alternative: '甲10件，乙20件。',
    figure: {
      form: 'grouped',
      orientation: 'vertical',
      axisTitle: '件',
      categories: ['甲', '乙'],
      series: [{ name: '件数', values: [10, 20] }],
      decimals: 0,
    },
    ...overrides,
  };
}

export function column(title: string, align: Column['align'], width: number): Column {
  return { title, align, width };
}
