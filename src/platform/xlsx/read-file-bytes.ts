import { open } from 'node:fs/promises';

import { AppError } from '#core/app-error.ts';

import { tooLarge, XLSX_LIMITS, type XlsxLimits } from './limits.ts';

/**
 * Reads a whole workbook file; it is small compressed, and one reading serves digest and content.
 * @throws AppError `workbook.not_found`, `workbook.not_a_file`, `workbook.not_readable` or `workbook.too_large`.
 */
export async function readFileBytes(
  path: string,
  limits: XlsxLimits = XLSX_LIMITS,
): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const { size, isFile } = await file.stat().then((stat) => ({
        size: stat.size,
        isFile: stat.isFile(),
      }));
      if (!isFile) throw new AppError('invalid', 'workbook.not_a_file', { path });
      if (size > limits.fileBytes) throw tooLarge('fileBytes', limits);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : fileError(path, cause);
  }
}

function fileError(path: string, cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('not_found', 'workbook.not_found', { path }, cause);
  }
  if (code === 'EISDIR') return new AppError('invalid', 'workbook.not_a_file', { path }, cause);
  return new AppError('unavailable', 'workbook.not_readable', { path, cause: code }, cause);
}
