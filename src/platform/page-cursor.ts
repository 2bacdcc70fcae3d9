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
  const [key, id] = parse(Cursor, text);
  return { key, id };
}

/** The same in a list in order of time, whose rows are named by UUIDs. */
export interface MomentCursor {
  /** To the millisecond, as the column is written. */
  readonly at: Date;
  readonly id: string;
}

const Moment = z.tuple([z.iso.datetime(), z.uuid()]);

export function writeMomentCursor({ at, id }: MomentCursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws AppError `invalid` `request.cursor_malformed`. */
export function readMomentCursor(text: string): MomentCursor {
  const [at, id] = parse(Moment, text);
  return { at: new Date(at), id };
}

function parse<Parts>(schema: z.ZodType<Parts>, text: string): Parts {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    throw new AppError('invalid', 'request.cursor_malformed', {}, cause);
  }
}
