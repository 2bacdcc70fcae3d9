import { useRef, useState } from 'react';

import { makeIdempotencyKey } from '../api-client.ts';
import { RequestFailure } from '../request-failure.ts';

export interface SubmitInfo {
  /** The same while the same content is sent again after a lost answer. */
  readonly idempotencyKey: string;
}

export interface Submit<Output> {
  readonly isBusy: boolean;
  /** @returns false when a submit is under way already */
  readonly run: (output: Output) => Promise<boolean>;
}

/** Sends a form once at a time, and under one key until the server has answered. */
export function useSubmit<Output>(
  send: (output: Output, info: SubmitInfo) => Promise<void>,
): Submit<Output> {
  const [isBusy, setBusy] = useState(false);
  // Not the state: a second click comes before the first one is drawn.
  const isRunning = useRef(false);
  const attempt = useRef<{ readonly content: string; readonly key: string }>(undefined);
  async function run(output: Output): Promise<boolean> {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(true);
    // What needs nothing but a click has no content; even so it is not 'none sent yet'.
    const content = JSON.stringify(output ?? null);
    const key = attempt.current?.content === content ? attempt.current.key : makeIdempotencyKey();
    attempt.current = { content, key };
    try {
      await send(output, { idempotencyKey: key });
      attempt.current = undefined;
    } catch (error) {
      if (!isUnanswered(error)) attempt.current = undefined;
      throw error;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
    return true;
  }
  return { isBusy, run };
}

/** Whether the server may have acted although no answer of its own came. */
function isUnanswered(error: unknown): boolean {
  return error instanceof RequestFailure && (error.status === 0 || error.status >= 502);
}
