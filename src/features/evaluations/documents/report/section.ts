import type { Block, Chart, Column, ItemList, Paragraph, Table } from './report-model.ts';

/** A heading with what stands under it; level and number follow from its place in the tree. */
export interface Section {
  readonly kind: 'section';
  readonly title: string;
  readonly children: readonly (Section | Block)[];
}

export type SectionChild = Section | Block;

export function section(title: string, children: readonly SectionChild[]): Section {
  return { kind: 'section', title, children };
}

export function paragraph(text: string, lead = ''): Paragraph {
  return { kind: 'paragraph', lead, text };
}

export function list(items: readonly string[]): ItemList {
  return { kind: 'list', items };
}

type TableDraft = Pick<Table, 'id' | 'caption' | 'columns' | 'rows'> & Partial<Table>;

/** The caption is given without its number; `assembleReport` adds it. */
export function table(draft: TableDraft): Table {
  return { kind: 'table', unit: null, mergedColumns: 0, hasTotalRow: false, note: null, ...draft };
}

export function chart(draft: Omit<Chart, 'kind'>): Chart {
  return { kind: 'chart', ...draft };
}

export function column(title: string, align: Column['align'], width: number): Column {
  return { title, align, width };
}

/** Stands for the number of a table or chart until it is known, e.g. `表1-2`. */
export function numberOf(id: string): string {
  return `〖${id}〗`;
}
