import { createHash } from 'node:crypto';

import type { ServedApi } from './served-api.ts';

export interface StagedPublicNotice {
  readonly publicNoticeId: number;
  readonly objectionId: number;
}

/** A notice that hangs with one case on it and one objection; every text of it carries the mark. */
const ROWS_OF_A_NOTICE = `
  with n as (insert into public_notices (union_id, tier, title, place, starts_on, ends_on, working_days, contact,
        complaint_phone, token, put_up_by_name)
      values ($1, 'grassroots', $3 || '的公示名单', $3 || '公告栏', '2026-03-02', '2026-03-09', 5, $3 || '办公室',
        '020-00000000', $4, $3) returning id),
    e as (insert into public_notice_entries (notice_id, application_id, union_id, position, masked_name, work_unit,
        aid_type, amount_fen)
      select id, $2, $1, 1, $3, $3, '紧急救助', 150000 from n returning notice_id),
    o as (insert into public_notice_objections (notice_id, application_id, union_id, received_on, text, recorded_by_name)
      select notice_id, $2, $1, '2026-03-02', $3 || '的异议内容', $3 from e returning id)
  select n.id as "publicNoticeId", o.id as "objectionId" from n, o`;

export async function stagePublicNotice(
  { owner }: ServedApi,
  { unionId, applicationId }: { readonly unionId: number; readonly applicationId: number },
  mark: string,
): Promise<StagedPublicNotice> {
  const token = createHash('sha256').update(`${applicationId}`).digest('hex').slice(0, 32);
  const values = [unionId, applicationId, mark, token];
  const { rows } = await owner.pool.query<StagedPublicNotice>(ROWS_OF_A_NOTICE, values);
  if (rows[0] === undefined) throw new Error('no public notice was staged');
  return rows[0];
}
