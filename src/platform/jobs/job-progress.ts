import type { Progress } from './job-record.ts';

const MIN_PAUSE_MS = 250;

export interface ProgressWriter {
  readonly report: (progress: Progress) => void;
  /** Writes what is still to be written and waits for it. */
  readonly flush: () => Promise<void>;
}

/**
 * Writes the latest progress at most four times a second, one write at a time. A write that fails is
 * told to `onError` and not repeated: progress is a courtesy, the job goes on.
 */
export function createProgressWriter(
  write: (progress: Progress) => Promise<void>,
  onError: (error: unknown) => void,
): ProgressWriter {
  let latest: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let lastAtMs = 0;

  const writeLatest = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const progress = latest;
    latest = undefined;
    if (progress === undefined) return writing;
    lastAtMs = performance.now();
    writing = writing.then(() => write(progress)).catch(onError);
    return writing;
  };
  return {
    report: (progress) => {
      latest = progress;
      if (timer !== undefined) return;
      const pauseMs = Math.max(0, lastAtMs + MIN_PAUSE_MS - performance.now());
      timer = setTimeout(() => void writeLatest(), pauseMs);
    },
    flush: writeLatest,
  };
}
