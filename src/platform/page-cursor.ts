import { z } from 'zod';

import { AppError } from '#core/app-error.ts';

/** Where a page of a list ended: the sort key of its last row and the row's id, which makes it unique. */
export interface PageCursor {
  readonly key: string;
  readonly id: number;
}

const Cursor = z.tuple([z.string(), z.int()]);

/** Opaque to the caller, who only hands it back. */
export function writeCursor({ key, id }: PageCursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** @throws AppError `invalid` `request.cursor_malformed`. */
export function readCursor(text: string): PageCursor {
  try {
    const [key, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { key, id };
  } catch (cause) {
    throw new AppError('invalid', 'request.cursor_malformed', {}, cause);
  }
}
