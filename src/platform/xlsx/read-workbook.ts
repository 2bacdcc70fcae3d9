import { openArchive } from './archive.ts';
import { readCellStyles } from './cell-styles.ts';
import { tooLarge, XLSX_LIMITS, type XlsxLimits } from './limits.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { createDateReader } from './serial-date.ts';
import { readSharedStrings } from './shared-strings.ts';
import { findWorkbookParts } from './workbook-parts.ts';

export interface SheetInfo {
  /** As written on the tab. */
  readonly name: string;
  readonly isHidden: boolean;
}

export interface WorkbookReading {
  readonly limits?: XlsxLimits;
  /** Says what to do with the rows of a sheet; null leaves the sheet unread. */
  readonly openSheet: (sheet: SheetInfo) => ((row: SheetRow) => void) | null;
}

/**
 * Streams the rows of an .xlsx file, sheet by sheet in tab order.
 * @throws AppError `invalid` with a `workbook.…` code when the file is none, is locked, damaged or too large.
 */
export async function readWorkbook(bytes: Buffer, reading: WorkbookReading): Promise<void> {
  const limits = reading.limits ?? XLSX_LIMITS;
  const archive = await openArchive(bytes, limits);
  const { sheets, sharedStrings, styles, uses1904 } = await findWorkbookParts(archive);
  const context = {
    sharedStrings:
      sharedStrings === null ? [] : await readSharedStrings(archive, sharedStrings, limits),
    styles: styles === null ? [] : await readCellStyles(archive, styles),
    dateOf: createDateReader(uses1904),
  };
  let cells = 0;
  const countCell = (): void => {
    cells += 1;
    if (cells > limits.cells) throw tooLarge('cells', limits);
  };
  for (const { name, isHidden, path } of sheets) {
    const onRow = reading.openSheet({ name, isHidden });
    if (onRow !== null) await readSheet(archive, { path, context, limits, countCell, onRow });
  }
}
