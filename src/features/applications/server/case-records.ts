import { oneOf } from '#core/one-of.ts';
import type { Context } from '#platform/context.ts';

import { CONSENT_KINDS } from '../rules/application-inputs.ts';
import type { ApplicationDetail } from '../rules/application-views.ts';

/** What stands beside an application: files by paper, consents, who withdrew. */
export interface PaperFile {
  readonly paper: string;
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
}

export function listPaperFiles({ transaction }: Context, id: number): Promise<PaperFile[]> {
  return transaction
    .selectFrom('applicationPapers as p')
    .innerJoin('storedFiles as f', 'f.id', 'p.fileId')
    .select(['p.paper', 'f.id', 'f.fileName', 'f.mediaType'])
    .where('p.applicationId', '=', id)
    .orderBy('p.addedAt')
    .execute();
}

export async function listConsents(
  { transaction }: Context,
  id: number,
): Promise<ApplicationDetail['consents']> {
  const rows = await transaction
    .selectFrom('applicationConsents')
    .select(['kind', 'textVersion', 'givenBy', 'givenAt'])
    .where('applicationId', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ givenAt, ...row }) => ({
    ...row,
    kind: oneOf(CONSENT_KINDS, row.kind),
    givenAt: givenAt.toISOString(),
  }));
}

export async function listRecusals(
  { transaction }: Context,
  id: number,
): Promise<ApplicationDetail['recusals']> {
  const rows = await transaction
    .selectFrom('applicationRecusals as r')
    .leftJoin('accounts as a', 'a.id', 'r.accountId')
    .select(['r.accountId', 'a.displayName', 'r.reason'])
    .where('r.applicationId', '=', id)
    .orderBy('r.recordedAt')
    .execute();
  return rows.map(({ displayName, ...row }) => ({ ...row, name: displayName ?? '' }));
}
