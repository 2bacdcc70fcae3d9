import type { RouteContract } from '#core/route-contract.ts';

import type { AuditLog } from '../audit-log/audit-log.ts';
import type { Actor, Context } from '../context.ts';
import type { Database } from '../database/open-database.ts';
import { inContext } from '../in-context.ts';
import type { ContextFacts } from '../in-context.ts';

/**
 * A request whose handler opens its transactions itself: for work that computes or waits for others
 * between them and must hold no connection of the database meanwhile (hashing a password, asking an
 * identity provider). What a finished stage wrote is kept even when a later one fails.
 */
export interface Stages extends ContextFacts {
  /** Runs work in one transaction, as the actor of the request unless another one is named. */
  readonly transact: <Result>(
    work: (context: Context) => Promise<Result>,
    as?: Actor,
  ) => Promise<Result>;
}

export interface OpenedStages {
  readonly stages: Stages;
  /** @throws Error when the route promises an audit entry and none was written: that is a bug. */
  readonly assertRecorded: () => void;
}

interface StageServices {
  readonly database: Database;
  readonly auditLog: AuditLog;
}

/** The stages of one request to the route; notes that name no action get the route's own. */
export function openStages(
  services: StageServices,
  route: RouteContract,
  facts: ContextFacts,
): OpenedStages {
  const declared = 'action' in route.audit ? route.audit : undefined;
  let isRecorded = false;
  const transact: Stages['transact'] = (work, actor = facts.actor) =>
    inContext(
      services,
      { ...facts, actor },
      (context) =>
        work({
          ...context,
          record: async (note) => {
            await context.record(note);
            isRecorded = true;
          },
          recordAll: async (notes) => {
            await context.recordAll(notes);
            isRecorded ||= notes.length > 0;
          },
        }),
      declared,
    );
  const assertRecorded = (): void => {
    if (declared !== undefined && !isRecorded) {
      throw new Error(`${route.name} wrote no audit entry ${declared.action}`);
    }
  };
  return { stages: { ...facts, transact }, assertRecorded };
}
