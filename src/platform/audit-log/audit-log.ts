import { createHmac } from 'node:crypto';

import type { DatabaseTransaction } from '../database/open-database.ts';
import { toAuditBody } from './audit-entry.ts';
import type { AuditEntry } from './audit-entry.ts';

export interface AuditLog {
  /** Adds the entry to the transaction: it is kept exactly when the change it tells of is kept. */
  readonly append: (transaction: DatabaseTransaction, entry: AuditEntry) => Promise<void>;
}

export function createAuditLog(macKey: Buffer): AuditLog {
  return {
    append: async (transaction, entry) => {
      const body = toAuditBody(entry);
      const mac = createHmac('sha256', macKey).update(body).digest();
      await transaction.insertInto('auditEntries').values({ body, mac }).execute();
    },
  };
}
