import type ExcelJS from 'exceljs';

/** The library that writes workbooks: hundreds of files, which a starting server should not wait for. */
export async function loadExcelJs(): Promise<typeof ExcelJS> {
  const { default: library } = await import('exceljs');
  return library;
}
