import type { RunningServer } from './run-server.ts';

/** SIGHUP: the terminal was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm hands a Ctrl+C on to a program that the terminal has told already: that is no second one. */
const ECHO_MS = 500;

/**
 * Starts a server that a signal closes. The first one lets replies and jobs under way finish, and a
 * start as well: a database that has begun by then would outlive the program. A second one ends at once,
 * unless it is only the terminal that closes meanwhile.
 */
export function closeOnSignal(start: () => Promise<RunningServer>): Promise<RunningServer> {
  const starting = start();
  let firstAt: number | undefined;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (firstAt === undefined) {
        firstAt = performance.now();
        // A start that fails is told by whoever awaits it.
        void starting.then(
          (server) => server.close(),
          () => undefined,
        );
      } else if (signal !== 'SIGHUP' && performance.now() - firstAt > ECHO_MS) {
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
      }
    });
  }
  return starting;
}
