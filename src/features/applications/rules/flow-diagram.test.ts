import { expect, test } from 'vitest';

import { ACTION_NAMES, STATE_NAMES } from '../messages.ts';
import { actGround } from './act-ground.fixture.ts';
import { resolveTarget } from './resolve-target.ts';
import { APPLICATION_STATES } from './states.ts';
import type { ApplicationState } from './states.ts';
import { ACTIONS, TRANSITIONS } from './transitions.ts';
import type { Action } from './transitions.ts';

const CHAINS = [
  ['grassroots', 'town', 'district'],
  ['grassroots', 'district'],
  ['town', 'district'],
  ['district'],
] as const;
const AID_TYPES = ['季度救助', '紧急救助'] as const;

interface Edge {
  readonly from: ApplicationState;
  readonly action: Action;
  readonly to: ApplicationState;
}

/** Every way a case can go, whatever its union and aid. */
function listEdges(): Edge[] {
  const edges = new Map<string, Edge>();
  for (const action of ACTIONS) {
    for (const from of TRANSITIONS[action].from) {
      for (const to of listTargets(action, from)) {
        edges.set(`${from} ${action} ${to}`, { from, action, to });
      }
    }
  }
  return [...edges.values()];
}

function listTargets(action: Action, from: ApplicationState): ApplicationState[] {
  const grounds = CHAINS.flatMap((tiers) =>
    AID_TYPES.flatMap((aidType) =>
      listResumeStates(from).map((resumeState) =>
        actGround({ state: from, resumeState, tiers: [...tiers], aidType }),
      ),
    ),
  );
  return grounds.flatMap((ground) => resolveTarget(action, ground)?.state ?? []);
}

/** Where an interruption may have begun. */
function listResumeStates(state: ApplicationState): (ApplicationState | null)[] {
  const interrupted = ACTIONS.filter((action) => TRANSITIONS[action].to === state).flatMap(
    (action) => TRANSITIONS[action].from,
  );
  const isInterruption = ['supplementing', 'home_visit', 'economic_check'].includes(state);
  return isInterruption ? interrupted : [null];
}

function draw(edges: readonly Edge[]): string {
  const lines = edges.map(({ from, action, to }) => `  ${from} --> ${to}: ${ACTION_NAMES[action]}`);
  const states = APPLICATION_STATES.map((state) => `  state "${STATE_NAMES[state]}" as ${state}`);
  const rows = ACTIONS.map((action) => {
    const { from, to, doer, needsOpinion, isJudged } = TRANSITIONS[action];
    const marks = [needsOpinion ? 'opinion' : '', isJudged ? 'rules' : ''].filter(Boolean);
    return `| \`${action}\` ${ACTION_NAMES[action]} | ${from.join(', ')} | ${to} | ${doer} | ${marks.join(', ')} |`;
  });
  return `# The way of an application (申请流程)

Drawn from \`src/features/applications/rules/transitions.ts\` by the test beside it; change the table, not
this page, and write it anew with \`npx vitest run --project=unit src/features/applications/rules/flow-diagram.test.ts -u\`.

\`\`\`mermaid
stateDiagram-v2
${states.join('\n')}
  [*] --> draft
${lines.join('\n')}
  withdrawn --> [*]
  archived --> [*]
\`\`\`

| act | from | to | whose | needs |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

test('the diagram in the docs is that of the table', async () => {
  await expect(draw(listEdges())).toMatchFileSnapshot('../../../../docs/application-flow.md');
});

test('every state but the draft is reached by an act, or by money', () => {
  const reached = new Set(listEdges().map(({ to }) => to));
  expect(APPLICATION_STATES.filter((state) => !reached.has(state))).toEqual([
    'draft',
    'paying',
    'paid',
    'payment_failed',
    'archived',
  ]);
});
