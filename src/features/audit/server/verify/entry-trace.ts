import { z } from 'zod';

import type { EntryTrace } from '../../rules/log-fault.ts';

const Readable = z.object({
  atMs: z.number().nullable().catch(null),
  action: z.string().nullable().catch(null),
});

/** What an entry says of itself, as far as it can be read; a changed one may say anything. */
export function traceOf(entry: {
  readonly id: number;
  readonly body: Buffer | string | null;
}): EntryTrace {
  const { atMs, action } = readTrace(entry.body === null ? '' : entry.body.toString());
  return { entryId: entry.id, atMs, action };
}

function readTrace(body: string): z.output<typeof Readable> {
  const nothing = { atMs: null, action: null };
  try {
    const value: unknown = JSON.parse(body);
    return Readable.safeParse(value).data ?? nothing;
  } catch {
    // Not JSON any more: the entry is named by its id alone.
    return nothing;
  }
}
