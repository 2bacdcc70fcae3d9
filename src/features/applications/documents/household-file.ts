import { typesetPdf } from '#platform/typeset-pdf.ts';

import { HOUSEHOLD_FILE_TYP } from './household-file.typ.ts';
import { PAPER_PAGE_SOURCE, toPageFacts } from './paper-page.ts';
import type { PrintMark } from './paper-page.ts';

export type Pair = readonly [label: string, value: string];

export interface FileVersion {
  readonly title: string;
  readonly facts: readonly Pair[];
  readonly parts: readonly {
    readonly title: string;
    readonly rows: readonly (readonly [label: string, value: string, isChanged: boolean])[];
  }[];
  readonly gone: readonly string[];
}

export interface FileCase {
  readonly title: string;
  readonly facts: readonly Pair[];
  readonly lines: readonly string[];
  readonly steps: readonly (readonly string[])[];
}

export interface ListedFile {
  readonly number: number;
  readonly name: string;
  readonly of: string;
  readonly size: string;
  readonly digest: string;
  /** In words. */
  readonly appended: string;
}

/** One page of a paper that is appended. */
export interface Sheet {
  /** Of the bytes in `HouseholdFilePrint.bytes`. */
  readonly path: string;
  /** Null for a picture. */
  readonly page: number | null;
  /** On the first page of each paper. */
  readonly heading: string;
  readonly label: string;
}

/** The whole file of a family as it is printed. */
export interface HouseholdFilePrint {
  readonly title: string;
  readonly purpose: string;
  readonly cover: readonly Pair[];
  readonly versions: readonly FileVersion[];
  readonly events: readonly (readonly string[])[];
  readonly cases: readonly FileCase[];
  readonly files: readonly ListedFile[];
  readonly sheets: readonly Sheet[];
  readonly bytes: Readonly<Record<string, Uint8Array>>;
}

/** 一户一档 as one PDF with contents and numbered pages. */
export function renderHouseholdFile(
  { bytes, ...print }: HouseholdFilePrint,
  mark: PrintMark,
): Uint8Array {
  return typesetPdf({
    sources: { ...PAPER_PAGE_SOURCE, '/household-file.typ': HOUSEHOLD_FILE_TYP },
    main: '/household-file.typ',
    inputs: { file: JSON.stringify({ ...print, page: toPageFacts(mark) }) },
    files: bytes,
    answerLabel: '<none>',
  }).pdf;
}
