import { AppError } from '#core/app-error.ts';

/** What a file turned out to be when it is no workbook. */
export type FoundKind =
  | 'empty'
  | 'text'
  | 'html'
  | 'word'
  | 'presentation'
  | 'open_document'
  | 'binary_workbook'
  | 'archive'
  | 'unknown';

const ZIP_MAGIC = Buffer.from('PK\u0003\u0004', 'latin1');
const EMPTY_ZIP_MAGIC = Buffer.from('PK\u0005\u0006', 'latin1');
const OLE_MAGIC = Buffer.from('D0CF11E0A1B11AE1', 'hex');

/**
 * Passes a zip archive and refuses everything else by name.
 * @throws AppError `workbook.encrypted`, `workbook.old_xls` or `workbook.not_a_workbook`.
 */
export function assertZip(bytes: Buffer): void {
  if (bytes.subarray(0, 4).equals(ZIP_MAGIC)) return;
  if (bytes.subarray(0, 4).equals(EMPTY_ZIP_MAGIC)) throw notAWorkbook('archive');
  if (bytes.subarray(0, 8).equals(OLE_MAGIC)) throw oleError(bytes);
  throw notAWorkbook(kindOfBytes(bytes));
}

export function notAWorkbook(found: FoundKind): AppError {
  return new AppError('invalid', 'workbook.not_a_workbook', { found });
}

/** Names the kind of a zip archive that holds no spreadsheet, by its parts. */
export function kindOfArchive(has: (path: string) => boolean): FoundKind {
  if (has('xl/workbook.bin')) return 'binary_workbook';
  if (has('word/document.xml')) return 'word';
  if (has('ppt/presentation.xml')) return 'presentation';
  if (has('content.xml') && has('mimetype')) return 'open_document';
  return 'archive';
}

/** An encrypted .xlsx and an old .xls share one container; the stream names tell them apart. */
function oleError(bytes: Buffer): AppError {
  const names = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (names('EncryptedPackage')) return new AppError('invalid', 'workbook.encrypted');
  if (names('Workbook') || names('Book')) return new AppError('invalid', 'workbook.old_xls');
  return notAWorkbook('unknown');
}

function kindOfBytes(bytes: Buffer): FoundKind {
  if (bytes.length === 0) return 'empty';
  const start = bytes.subarray(0, 4096);
  if (/^\s*(<!doctype html|<html|<table)/i.test(start.toString('latin1'))) return 'html';
  const isUtf16 = start[0] === 0xff && start[1] === 0xfe;
  return isUtf16 || !start.includes(0) ? 'text' : 'unknown';
}
