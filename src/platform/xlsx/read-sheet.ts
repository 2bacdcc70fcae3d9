import { BLANK, type CellValue } from '#core/cell-value.ts';
import { parsePlainDate, type PlainDate } from '#core/plain-date.ts';

import type { Archive } from './archive.ts';
import { columnOfReference, MAX_COLUMN } from './cell-reference.ts';
import { damaged, tooLarge, type XlsxLimits } from './limits.ts';
import type { NumberMeaning } from './number-format.ts';
import { isTrue, readXml, type XmlAttributes, type XmlHandler } from './read-xml.ts';
import { createTextCollector, decodeEscapes, type TextCollector } from './shared-strings.ts';

export interface SheetCell {
  /** 1 for column A. */
  readonly column: number;
  readonly value: CellValue;
}

/** A row with content; blank rows and blank cells are left out. */
export interface SheetRow {
  /** As the spreadsheet program shows it. */
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly SheetCell[];
}

/** What cells refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly styles: readonly NumberMeaning[];
  /** Null where a serial number is no day. */
  readonly dateOf: (serial: number) => PlainDate | null;
}

export interface SheetReading {
  readonly path: string;
  readonly context: CellContext;
  readonly limits: XlsxLimits;
  /** Told of each cell element, across the sheets of the workbook. */
  readonly countCell: () => void;
  readonly onRow: (row: SheetRow) => void;
}

export async function readSheet(archive: Archive, reading: SheetReading): Promise<void> {
  await readXml(archive, reading.path, new SheetHandler(reading));
}

/** State of one pass over a worksheet: fields rather than objects per cell, for it sees millions. */
class SheetHandler implements XmlHandler {
  readonly #reading: SheetReading;
  readonly #inline: TextCollector = createTextCollector();
  #rows = 0;
  #rowNumber = 0;
  #isRowHidden = false;
  #cells: SheetCell[] = [];
  #isInData = false;
  #isInCell = false;
  #column = 0;
  #type = '';
  #style = '';
  #part: 'value' | 'formula' | 'inline' | null = null;
  #value = '';
  #formula: string | null = null;

  constructor(reading: SheetReading) {
    this.#reading = reading;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#isInCell) this.#openInCell(name);
    else if (name === 'sheetData') this.#isInData = true;
    else if (!this.#isInData) return;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
  }

  text(text: string): void {
    if (this.#part === 'value') this.#value += text;
    else if (this.#part === 'inline') this.#inline.add(text);
    else if (this.#part === 'formula') this.#formula = (this.#formula ?? '') + text;
  }

  close(name: string): void {
    if (!this.#isInData) return;
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 'f' || name === 'is') this.#part = null;
    else if (this.#part === 'inline') this.#inline.close(name);
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.#isInData = false;
  }

  #openRow(attributes: XmlAttributes): void {
    const given = attributes['r'];
    this.#rowNumber = given === undefined ? this.#rowNumber + 1 : Number(given);
    if (!Number.isSafeInteger(this.#rowNumber) || this.#rowNumber < 1) {
      throw damaged(this.#reading.path);
    }
    this.#isRowHidden = isTrue(attributes['hidden']);
    this.#cells = [];
    this.#column = 0;
  }

  #openCell(attributes: XmlAttributes): void {
    this.#reading.countCell();
    const reference = attributes['r'];
    const column = reference === undefined ? undefined : columnOfReference(reference);
    this.#column = column ?? this.#column + 1;
    if (this.#column > MAX_COLUMN) throw damaged(this.#reading.path);
    this.#type = attributes['t'] ?? 'n';
    this.#style = attributes['s'] ?? '';
    this.#value = '';
    this.#formula = null;
    this.#inline.start();
    this.#isInCell = true;
  }

  #openInCell(name: string): void {
    if (name === 'v') this.#part = 'value';
    else if (name === 'is') this.#part = 'inline';
    else if (name === 'f') {
      this.#part = 'formula';
      this.#formula = '';
    } else if (this.#part === 'inline') this.#inline.open(name);
  }

  #closeCell(): void {
    this.#isInCell = false;
    this.#part = null;
    const value = this.#cellValue();
    if (value.kind !== 'blank') this.#cells.push({ column: this.#column, value });
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows += 1;
    const { limits } = this.#reading;
    if (this.#rows > limits.rowsPerSheet) throw tooLarge('rowsPerSheet', limits);
    const [number, isHidden, cells] = [this.#rowNumber, this.#isRowHidden, this.#cells];
    this.#reading.onRow({ number, isHidden, cells });
  }

  #cellValue(): CellValue {
    switch (this.#type) {
      case 's':
        return this.#value === '' ? BLANK : textValue(this.#sharedString());
      case 'inlineStr':
        return textValue(this.#inline.finish());
      case 'str':
        return textValue(decodeEscapes(this.#value));
      case 'b':
        return this.#value === ''
          ? this.#missing()
          : { kind: 'boolean', isTrue: isTrue(this.#value) };
      case 'e':
        return { kind: 'error', code: this.#value };
      case 'd':
        return this.#value === '' ? this.#missing() : isoDate(this.#value);
      default:
        return this.#number();
    }
  }

  #sharedString(): string {
    const text = this.#reading.context.sharedStrings[Number(this.#value)];
    if (text === undefined) throw damaged(this.#reading.path);
    return text;
  }

  #number(): CellValue {
    const shown = this.#value.trim();
    if (shown === '') return this.#missing();
    const number = Number(shown);
    if (!Number.isFinite(number)) throw damaged(this.#reading.path);
    const { styles, dateOf } = this.#reading.context;
    const meaning = this.#style === '' ? 'plain' : styles[Number(this.#style)];
    if (meaning === 'date') return { kind: 'date', date: dateOf(number), shown };
    return { kind: 'number', number, isPercent: meaning === 'percent' };
  }

  /** Some programs save formulas without results: not the same as a blank cell. */
  #missing(): CellValue {
    return this.#formula === null ? BLANK : { kind: 'uncomputed', formula: this.#formula };
  }
}

function textValue(text: string): CellValue {
  return text === '' ? BLANK : { kind: 'text', text };
}

function isoDate(shown: string): CellValue {
  return { kind: 'date', date: parsePlainDate(shown.slice(0, 10)) ?? null, shown };
}
