import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { oneOf } from '#core/one-of.ts';
import { AID_TYPES } from '#features/policies/rules/policy-version.ts';
import type { Context } from '#platform/context.ts';

import { NOTICE_STATES, NOTICE_TIERS } from '../rules/public-notice-inputs.ts';
import type { NoticeListQuery } from '../rules/public-notice-inputs.ts';
import type {
  NoticeDetail,
  NoticeEntry,
  NoticePage,
  NoticeRow,
  ObjectionView,
} from '../rules/public-notice-views.ts';

/** Notices of the own unions, the newest first. */
export async function listNotices(
  { transaction }: Context,
  { search = '', tier, state, after, limit }: NoticeListQuery,
): Promise<NoticePage> {
  const pattern = `%${search.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
  const filtered = selectNotices(transaction)
    .$if(search !== '', (select) => select.where('n.title', 'like', pattern))
    .$if(tier !== undefined, (select) => select.where('n.tier', '=', tier ?? ''))
    .$if(state !== undefined, (select) => select.where('n.state', '=', state ?? ''));
  const rows = await filtered
    .$if(after !== undefined, (select) => select.where('n.id', '<', after ?? 0))
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const { total } = await transaction
    .selectFrom(filtered.as('all'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const last = page.at(-1);
  return {
    items: page.map(toRow),
    next: rows.length > limit && last !== undefined ? String(last.id) : null,
    total,
  };
}

/** @throws AppError `not_found` `public_notice.unknown`, also for one outside the actor's scope. */
export async function getNotice({ transaction }: Context, id: number): Promise<NoticeDetail> {
  const row = await selectNotices(transaction)
    .select(['n.link', 'n.token', 'n.putUpByName', 'n.takenDownAt', 'n.cancelReason'])
    .where('n.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'public_notice.unknown');
  return {
    ...toRow(row),
    link: row.link,
    token: row.token,
    putUpBy: row.putUpByName,
    takenDownAt: row.takenDownAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    entries: await listEntries(transaction, id),
    objections: await listObjections(transaction, id),
  };
}

function selectNotices(transaction: Context['transaction']) {
  return transaction
    .selectFrom('publicNotices as n')
    .innerJoin('unions as u', 'u.id', 'n.unionId')
    .select(['n.id', 'n.unionId', 'u.name as unionName', 'n.title', 'n.place', 'n.startsOn'])
    .select(['n.endsOn', 'n.workingDays', 'n.contact', 'n.complaintPhone', 'n.tier', 'n.state'])
    .select(
      sql<number>`(select count(*)::int from public_notice_entries e where e.notice_id = n.id)`.as(
        'entryCount',
      ),
    )
    .select(
      sql<number>`(select count(*)::int from public_notice_objections o
        where o.notice_id = n.id and o.answered_at is null)`.as('openObjectionCount'),
    );
}

type NoticeColumns = Omit<NoticeRow, 'tier' | 'state'> & {
  readonly tier: string;
  readonly state: string;
};

function toRow(row: NoticeColumns): NoticeRow {
  return { ...row, tier: oneOf(NOTICE_TIERS, row.tier), state: oneOf(NOTICE_STATES, row.state) };
}

const OUTCOMES = ['passed', 'left', 'cancelled'] as const;

async function listEntries(
  transaction: Context['transaction'],
  id: number,
): Promise<NoticeEntry[]> {
  const rows = await transaction
    .selectFrom('publicNoticeEntries as e')
    .innerJoin('applications as a', 'a.id', 'e.applicationId')
    .select(['e.applicationId', 'a.number', 'e.position', 'e.maskedName', 'e.workUnit'])
    .select(['e.aidType', 'e.amountFen', 'e.outcome'])
    .where('e.noticeId', '=', id)
    .orderBy('e.position')
    .execute();
  return rows.map((row) => ({
    ...row,
    aidType: oneOf(AID_TYPES, row.aidType),
    outcome: row.outcome === null ? null : oneOf(OUTCOMES, row.outcome),
  }));
}

async function listObjections(
  transaction: Context['transaction'],
  id: number,
): Promise<ObjectionView[]> {
  const rows = await transaction
    .selectFrom('publicNoticeObjections')
    .select(['id', 'applicationId', 'receivedOn', 'text', 'recordedByName', 'answer', 'isUpheld'])
    .select(['answeredByName', 'answeredAt'])
    .select(sql<boolean>`objector_secret is not null`.as('hasObjector'))
    .where('noticeId', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ recordedByName, answeredByName, answeredAt, ...row }) => ({
    ...row,
    recordedBy: recordedByName,
    answeredBy: answeredByName,
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}
