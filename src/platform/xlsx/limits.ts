import { AppError } from '#core/app-error.ts';

/** How much of a file is read before it is refused: a workbook from outside is never trusted. */
export interface XlsxLimits {
  readonly fileBytes: number;
  readonly archiveEntries: number;
  /** Inflated bytes of one part, and of all parts that are read. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Rows with content in one sheet. */
  readonly rowsPerSheet: number;
  /** Cell elements in the whole workbook, blank ones included. */
  readonly cells: number;
  readonly sharedStrings: number;
  readonly sharedCharacters: number;
}

/** Ten times a large district's year; a union's ledger has a few hundred rows. */
export const XLSX_LIMITS: XlsxLimits = {
  fileBytes: 64 * 1024 * 1024,
  archiveEntries: 5_000,
  entryBytes: 192 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  rowsPerSheet: 100_000,
  cells: 5_000_000,
  sharedStrings: 1_000_000,
  sharedCharacters: 40_000_000,
};

export function tooLarge(limit: keyof XlsxLimits, limits: XlsxLimits): AppError {
  return new AppError('invalid', 'workbook.too_large', { limit, allowed: limits[limit] });
}

/** @param part the file inside the archive, or what was being read. */
export function damaged(part: string, cause?: unknown): AppError {
  return new AppError('invalid', 'workbook.damaged', { part }, cause);
}
