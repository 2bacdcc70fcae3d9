import type { FastifyRequest } from 'fastify';

import type { RouteContract } from '#core/route-contract.ts';

import type { AuditLog } from '../audit-log/audit-log.ts';
import type { Actor, Context } from '../context.ts';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { recorderFor } from './record.ts';

/**
 * A request whose handler opens its transactions itself: for work that computes or waits for others
 * between them and must hold no connection of the database meanwhile (hashing a password, asking an
 * identity provider). What a finished stage wrote is kept even when a later one fails.
 */
export interface Stages extends Omit<Context, 'transaction' | 'record'> {
  /** Runs work in one transaction, as the actor of the request unless another one is named. */
  readonly transact: <Result>(
    work: (context: Context) => Promise<Result>,
    as?: Actor,
  ) => Promise<Result>;
}

export interface StagedRequest {
  readonly route: RouteContract;
  readonly request: FastifyRequest;
  readonly facts: Omit<Stages, 'transact'>;
}

interface StageDependencies {
  readonly database: Database;
  readonly auditLog: AuditLog;
}

/**
 * The stages of one request, and a check that the entry its route promises was written in one of them:
 * a route that promises an entry and wrote none is a bug.
 */
export function openStages(
  { database, auditLog }: StageDependencies,
  { route, request, facts }: StagedRequest,
): { readonly stages: Stages; readonly assertRecorded: () => void } {
  let isRecorded = false;
  const transact: Stages['transact'] = (work, actor = facts.actor) =>
    inTransaction(
      database,
      { roots: actor.scopeRoots, accountId: actor.accountId },
      (transaction) => {
        const { now } = facts;
        const append = recorderFor(auditLog, route, { transaction, actor, now, request });
        const record: Context['record'] = async (note) => {
          await append(note);
          isRecorded = true;
        };
        return work({ ...facts, actor, transaction, record });
      },
    );
  const assertRecorded = (): void => {
    if ('action' in route.audit && !isRecorded) {
      throw new Error(`${route.name} wrote no audit entry ${route.audit.action}`);
    }
  };
  return { stages: { ...facts, transact }, assertRecorded };
}
