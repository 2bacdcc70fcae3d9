import { ZenEngine } from '@gorules/zen-engine';
import { Engine } from 'json-rules-engine';
import { z } from 'zod';

import type { Condition, FlatFacts, TableRow } from './decision-table.ts';

/** A general rule engine running our table; the reasons it finds, in any order. */
export interface RuleEngine {
  readonly name: string;
  readonly decide: (facts: FlatFacts) => Promise<readonly string[]>;
}

const OPERATORS = {
  '==': 'equal',
  '<': 'lessThan',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
} as const;

export function jsonRulesEngine(table: readonly TableRow[]): RuleEngine {
  const engine = new Engine(
    table.map(({ conditions, reason }) => ({
      conditions: {
        all: conditions.map(([fact, operator, value]) => ({
          fact,
          operator: OPERATORS[operator],
          value,
        })),
      },
      event: { type: reason },
    })),
  );
  return {
    name: 'json-rules-engine',
    decide: async (facts) => (await engine.run(facts)).events.map(({ type }) => type),
  };
}

const Rows = z.array(z.object({ reason: z.string() }));

/** ZEN evaluates off the main thread, so it is asked to run the same table by promise. */
export function zenEngine(table: readonly TableRow[]): RuleEngine {
  const decision = new ZenEngine().createDecision(zenGraph(table));
  return {
    name: 'ZEN',
    decide: async (facts) => {
      const { result }: { result: unknown } = await decision.evaluate(facts);
      return Rows.parse(result).map(({ reason }) => reason);
    },
  };
}

function zenGraph(table: readonly TableRow[]): object {
  const fields = [...new Set(table.flatMap(({ conditions }) => conditions.map(([fact]) => fact)))];
  const position = { x: 0, y: 0 };
  const content = {
    hitPolicy: 'collect',
    inputs: fields.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'reason', name: 'reason', field: 'reason' }],
    rules: table.map(({ conditions, reason }, index) => ({
      _id: `row-${index}`,
      ...Object.fromEntries(fields.map((field) => [field, ''])),
      ...Object.fromEntries(conditions.map((condition) => [condition[0], toCell(condition)])),
      reason: JSON.stringify(reason),
    })),
  };
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position },
      { id: 'table', type: 'decisionTableNode', name: 'table', position, content },
      { id: 'out', type: 'outputNode', name: 'out', position },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
}

function toCell([, operator, value]: Condition): string {
  return operator === '==' ? JSON.stringify(value) : `${operator} ${value}`;
}
