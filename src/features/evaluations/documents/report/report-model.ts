/**
 * The report as data: one model, rendered to Word, PDF and HTML with the same content.
 * All sentences and figures are final here; renderers only lay out.
 */
export interface ReportModel {
  /** `seed`: six chapters; `2020`: seven. */
  readonly outline: 'seed' | '2020';
  readonly title: string;
  /** Second line of the title, e.g. 绩效评价报告. */
  readonly subtitle: string;
  readonly organization: string;
  readonly department: string | null;
  readonly year: number;
  /** Chinese date under the title, e.g. 2023年12月31日. */
  readonly dateText: string;
  /** Shown on every page when set, e.g. that the persons are samples. */
  readonly notice: string | null;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | ItemList | Table | Chart;

/** Level 1 一、 2 （一） 3 1. 4 （1）; the number is part of the text. An annex starts a new page. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly id: string;
  readonly text: string;
  readonly startsPage: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Lead words set in bold at the start, e.g. the indicator's name; empty for none. */
  readonly lead: string;
  readonly text: string;
}

/** Paragraphs that belong together, each with its own number in the text. */
export interface ItemList {
  readonly kind: 'list';
  readonly items: readonly string[];
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'center' | 'right';
  /** Relative width; shares of a table need not add to any number. */
  readonly width: number;
}

export interface Table {
  readonly kind: 'table';
  readonly id: string;
  /** e.g. `表2-1 绩效评价指标体系`. */
  readonly caption: string;
  /** e.g. `金额单位：元`, right above the table; null for none. */
  readonly unit: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** So many leading columns merge vertically where neighbours are equal. */
  readonly mergedColumns: number;
  /** The last row is a sum and set in bold. */
  readonly hasTotalRow: boolean;
  /** Small print below the table; null for none. */
  readonly note: string | null;
}

export interface Chart {
  readonly kind: 'chart';
  readonly id: string;
  readonly caption: string;
  /** The same facts in words, for readers who cannot see the picture. */
  readonly alternative: string;
  readonly figure: ChartFigure;
}

/** Bars side by side or stacked; values in the unit that the axis names. */
export interface ChartFigure {
  readonly form: 'grouped' | 'stacked';
  readonly orientation: 'vertical' | 'horizontal';
  readonly axisTitle: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Decimals printed on the bars. */
  readonly decimals: number;
}
