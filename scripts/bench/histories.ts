import { TRANSITIONS } from '#features/applications/rules/transitions.ts';
import { findViolations, listEdges, runHistories } from '#tests/support/random-histories.ts';

import type { BenchResult } from './bench-result.ts';
import { withDatabase } from './with-database.ts';

const STEPS = Number(process.env['HISTORY_STEPS'] ?? 100_000);
const SESSIONS = 8;

/** Applications driven by chance from several sessions at once; what must never come about is counted after. */
export async function benchHistories(): Promise<BenchResult[]> {
  return withDatabase(async ({ owner, app }) => {
    const seed = 20_261_124;
    const told = await runHistories({ owner, app }, { seed, steps: STEPS, sessions: SESSIONS });
    const broken = await findViolations(owner);
    const foreign = (await listEdges(owner)).filter((edge) => !isInTable(edge));
    const faults = [...broken, ...foreign];
    return [
      {
        name: `rules broken in ${told.tried} random steps of ${SESSIONS} sessions (${told.kept} kept, ${told.granted} grants)`,
        value: faults.length === 0 ? '0' : faults.join('; '),
        bar: '0',
        met: faults.length === 0,
      },
    ];
  }, SESSIONS + 2);
}

function isInTable(edge: string): boolean {
  const [from, name] = edge.split(' ');
  return Object.entries(TRANSITIONS).some(
    ([action, { from: states }]) => action === name && states.some((state) => state === from),
  );
}
