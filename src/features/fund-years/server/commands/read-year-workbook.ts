import { createHash } from 'node:crypto';

import { readFileBytes } from '#platform/xlsx/read-file-bytes.ts';
import { readWorkbook } from '#platform/xlsx/read-workbook.ts';

import { createYearCollector, type CollectedYear } from '../../rules/collect-year.ts';

export interface ReadResult extends CollectedYear {
  /** Digest of the file that was read. */
  readonly sha256: string;
}

export interface ReadOptions {
  /** Told now and then how many rows have been read. */
  readonly onProgress?: (rows: number) => void;
}

const ROWS_PER_PROGRESS = 1_000;

/**
 * Reads and checks one year's workbook. All that is wrong inside it comes in one list.
 * @throws AppError `not_found` or `unavailable` for the file, `invalid` when it is no readable workbook.
 */
export async function readYearWorkbook(
  path: string,
  options: ReadOptions = {},
): Promise<ReadResult> {
  return readYearWorkbookBytes(await readFileBytes(path), options);
}

/** `readYearWorkbook` for a file that has been uploaded. */
export async function readYearWorkbookBytes(
  bytes: Buffer,
  { onProgress }: ReadOptions = {},
): Promise<ReadResult> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const collector = createYearCollector();
  let rows = 0;
  await readWorkbook(bytes, {
    openSheet: ({ name, isHidden }) => {
      const onRow = collector.openSheet(name, isHidden);
      if (onRow === null) return null;
      return (row) => {
        rows += 1;
        if (rows % ROWS_PER_PROGRESS === 0) onProgress?.(rows);
        onRow(row);
      };
    },
  });
  return { ...collector.finish(), sha256 };
}
