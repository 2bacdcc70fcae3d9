import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { sql } from 'kysely';

import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database/open-database.ts';
import type { Api } from '#platform/http/api.ts';
import { nameDownload, XLSX_MEDIA_TYPE } from '#platform/http/name-download.ts';

import { AUDIT_ROUTES } from '../contract.ts';
import type { AuditWords } from './audit-row.ts';
import { exportLog } from './export/export-log.ts';
import { exportSheet } from './export/export-sheet.ts';
import { getEntry } from './get-entry.ts';
import { listBlocks } from './list-blocks.ts';
import { listEntries } from './list-entries.ts';
import { databaseLog } from './verify/database-log.ts';
import { fingerprintOf } from './verify/log-check.ts';
import { verifyLog } from './verify/verify-log.ts';

export interface AuditRoutesOptions {
  /** Streams and verification read through connections of their own. */
  readonly database: Database;
  readonly signingKey: KeyObject;
  readonly macKey: Buffer;
  /** Of the actions, codes and routes of all features. */
  readonly words: AuditWords;
}

export function addAuditRoutes(api: Api, options: AuditRoutesOptions): void {
  const { words } = options;
  const publicKey = createPublicKey(options.signingKey);
  api.bind(AUDIT_ROUTES.list, (context, { query }) => listEntries(context, query, words));
  api.bind(AUDIT_ROUTES.get, (context, { params: { id } }) =>
    getEntry(context, { id, words, withBusiness: false }),
  );
  api.bind(AUDIT_ROUTES.getBusiness, (context, { params: { id } }) =>
    getEntry(context, { id, words, withBusiness: true }),
  );
  api.bind(AUDIT_ROUTES.listActions, async () => ({
    items: Object.entries(words.labels).map(([action, label]) => ({ action, label })),
  }));
  api.bind(AUDIT_ROUTES.listBlocks, (context, { query }) => listBlocks(context, query));
  api.bind(AUDIT_ROUTES.getPublicKey, async () => ({
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  }));
  api.bindStaged(AUDIT_ROUTES.verify, async ({ transact }, { body }) => {
    const log = databaseLog(options.database, { publicKey, macKey: options.macKey });
    const result = await verifyLog(log, body);
    await transact(({ record }) =>
      record({
        subjectId: result.head?.blockNo ?? null,
        outcome: result.ok ? 'done' : 'failed',
        after: { ...result },
      }),
    );
    return result;
  });
  addExports(api, options, publicKey);
}

/** The entry that tells of the export is kept before its first byte leaves. */
function addExports(api: Api, options: AuditRoutesOptions, publicKey: KeyObject): void {
  const { database, words } = options;
  api.bindRaw(AUDIT_ROUTES.exportSheet, async (context, { body }, { reply }) => {
    const { reason, filter } = body;
    await context.record({ subjectId: 'xlsx', reason, after: { filter } });
    const name = `songnuan-audit-${stampOf(context)}.xlsx`;
    nameDownload(reply, { name, mediaType: XLSX_MEDIA_TYPE });
    const { scopeRoots: roots, accountId } = context.actor;
    return exportSheet(database, { filter, scope: { roots, accountId }, words });
  });
  for (const route of [AUDIT_ROUTES.exportLog, AUDIT_ROUTES.exportBusinessLog]) {
    const withBusiness = route === AUDIT_ROUTES.exportBusinessLog;
    api.bindRaw(route, async (context, { body }, { reply }) => {
      await context.record({ subjectId: 'log', reason: body.reason, after: { withBusiness } });
      nameDownload(reply, {
        name: `songnuan-audit-${stampOf(context)}.jsonl.gz`,
        mediaType: 'application/gzip',
      });
      const scope = await readScope(context);
      return exportLog(database, { publicKey, now: context.now, scope, withBusiness });
    });
  }
}

function stampOf({ now }: Context): string {
  return now.toISOString().slice(0, 19).replaceAll(/[:-]/g, '').replace('T', '-');
}

async function readScope({ transaction }: Context): Promise<string> {
  const { rows } = await sql<{ scope: string | null }>`
    select current_setting('app.scope', true) as scope`.execute(transaction);
  return rows[0]?.scope ?? '';
}
