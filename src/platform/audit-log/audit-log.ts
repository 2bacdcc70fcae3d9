import { createHmac } from 'node:crypto';

import { sql } from 'kysely';
import type { ClientBase } from 'pg';

import type { DatabaseTransaction } from '../database/open-database.ts';
import { toAuditBody } from './audit-entry.ts';
import type { AuditEntry } from './audit-entry.ts';

export interface AuditLog {
  /** Adds the entry to the transaction: it is kept exactly when the change it tells of is kept. */
  readonly append: (transaction: DatabaseTransaction, entry: AuditEntry) => Promise<void>;
  /** The same for many entries, in one statement and in their order. */
  readonly appendAll: (
    transaction: DatabaseTransaction,
    entries: readonly AuditEntry[],
  ) => Promise<void>;
  /** The same for work with the owner's connection, in its transaction. */
  readonly appendAsOwner: (client: ClientBase, entry: AuditEntry) => Promise<void>;
}

export function createAuditLog(macKey: Buffer): AuditLog {
  const toRow = (entry: AuditEntry): { body: string; mac: Buffer } => {
    const body = toAuditBody(entry);
    return { body, mac: createHmac('sha256', macKey).update(body).digest() };
  };
  return {
    append: async (transaction, entry) => {
      await transaction.insertInto('auditEntries').values(toRow(entry)).execute();
    },
    appendAll: async (transaction, entries) => {
      if (entries.length === 0) return;
      const rows = entries.map(toRow);
      await sql`insert into audit_entries (body, mac)
        select one.body, one.mac from unnest(${sql.val(rows.map(({ body }) => body))}::text[],
          ${sql.val(rows.map(({ mac }) => mac))}::bytea[]) with ordinality as one (body, mac, place)
        order by one.place`.execute(transaction);
    },
    appendAsOwner: async (client, entry) => {
      const { body, mac } = toRow(entry);
      await client.query('insert into audit_entries (body, mac) values ($1, $2)', [body, mac]);
    },
  };
}
