import { useState } from 'react';

import { useSubmit } from '../form/use-submit.ts';
import type { SubmitInfo } from '../form/use-submit.ts';

export interface Task<Output> {
  readonly isBusy: boolean;
  /** What the last try ended with; undefined after success and while one runs. */
  readonly failure: unknown;
  readonly run: (output: Output) => void;
}

/** Something that a button sends: once at a time, with its failure kept for showing. */
export function useTask<Output = void>(
  send: (output: Output, info: SubmitInfo) => Promise<void>,
): Task<Output> {
  const submit = useSubmit(send);
  const [failure, setFailure] = useState<unknown>();
  const run = async (output: Output): Promise<void> => {
    setFailure(undefined);
    try {
      await submit.run(output);
    } catch (error) {
      setFailure(error);
    }
  };
  return { isBusy: submit.isBusy, failure, run: (output) => void run(output) };
}
