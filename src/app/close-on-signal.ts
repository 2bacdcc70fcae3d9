import type { RunningServer } from './run-server.ts';

/** The first signal lets running replies and jobs finish; a second one ends at once, as signals do. */
export function closeOnSignal(server: RunningServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close());
  }
}
