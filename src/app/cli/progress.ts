export interface Progress<Stage extends string> {
  readonly show: (stage: Stage, rows: number) => void;
  readonly end: () => void;
}

/**
 * Tells on the error stream what is going on: one line that renews itself on a terminal,
 * one line a stage elsewhere. A stage is named before it begins, since layout blocks the process.
 */
export function createProgress<Stage extends string>(
  names: Readonly<Record<Stage, string>>,
): Progress<Stage> {
  const isTerminal = process.stderr.isTTY;
  let current: Stage | undefined;
  return {
    show: (stage, rows) => {
      if (isTerminal) {
        process.stderr.write(`\r\u001B[K${names[stage]}${rows > 0 ? `（${rows}行）` : ''}…`);
      } else if (stage !== current) {
        process.stderr.write(`${names[stage]}…\n`);
      }
      current = stage;
    },
    end: () => {
      if (isTerminal) process.stderr.write('\r\u001B[K');
    },
  };
}
