/** Nothing is shown for work shorter than this. */
const QUIET_MS = 1000;

export interface Progress<Stage extends string> {
  readonly show: (stage: Stage, rows: number) => void;
  readonly end: () => void;
}

/**
 * Tells on the error stream what is going on once the work takes longer than a second:
 * one line that renews itself on a terminal, a line a stage elsewhere.
 */
export function createProgress<Stage extends string>(
  names: Readonly<Record<Stage, string>>,
): Progress<Stage> {
  const startedAt = performance.now();
  let shown = '';
  const isTerminal = process.stderr.isTTY === true;
  return {
    show: (stage, rows) => {
      if (performance.now() - startedAt < QUIET_MS) return;
      const text = rows > 0 ? `${names[stage]}（${rows}行）` : names[stage];
      if (isTerminal) {
        process.stderr.write(`\r\u001B[K${text}…`);
      } else if (shown !== stage) {
        process.stderr.write(`${names[stage]}…\n`);
      }
      shown = stage;
    },
    end: () => {
      if (isTerminal && shown !== '') process.stderr.write('\r\u001B[K');
    },
  };
}
