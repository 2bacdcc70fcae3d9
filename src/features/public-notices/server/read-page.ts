import { sql } from 'kysely';

import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { PublicNotice } from '../rules/public-notice-views.ts';

/** What the page of a token tells today; undefined for a token that was never given out. */
export async function readPublicPage(
  { transaction, now }: Context,
  token: string,
): Promise<PublicNotice | undefined> {
  const { rows } = await sql<{ page: unknown }>`
    select read_public_notice(${token}, ${toChinaDay(now)}::date) as page`.execute(transaction);
  const page = rows[0]?.page ?? null;
  return page === null ? undefined : PublicNotice.parse(page);
}
