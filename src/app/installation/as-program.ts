import type { AuditLog } from '#platform/audit-log/audit-log.ts';
import { SYSTEM_ACTOR } from '#platform/context.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database/open-database.ts';
import { inContext } from '#platform/in-context.ts';

export interface ProgramServices {
  readonly database: Database;
  readonly auditLog: AuditLog;
  readonly now: () => Date;
}

/** Work of the program itself, in one transaction over the whole tree; its notes name their action. */
export function asProgram<Result>(
  services: ProgramServices,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const facts = {
    actor: SYSTEM_ACTOR,
    now: services.now(),
    requestId: 'program',
    ip: null,
    userAgent: null,
  };
  return inContext(services, facts, work);
}
