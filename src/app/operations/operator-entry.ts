import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';

import type { AuditEntry, AuditFacts } from '#platform/audit-log/audit-entry.ts';

/** The audit entry of a command given on the machine itself, by whoever is signed in there. */
export function operatorEntry(action: string, now: Date, after: AuditFacts): AuditEntry {
  return {
    atMs: now.getTime(),
    accountId: null,
    accountName: `命令行（${userName()}）`,
    unionId: null,
    action,
    subject: 'installation',
    subjectId: null,
    outcome: 'done',
    requestId: `cli-${randomBytes(8).toString('hex')}`,
    ip: null,
    reason: null,
    before: null,
    after,
  };
}

/** A container may run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
}
