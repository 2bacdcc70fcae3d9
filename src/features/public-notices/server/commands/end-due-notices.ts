import { sql } from 'kysely';

import { isAppError } from '#core/app-error.ts';
import { actAsProgram } from '#features/applications/server/commands/act.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

/** Runs work in a transaction of its own, as the program. */
type Run = <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>;

interface DueEntry {
  readonly noticeId: number;
  readonly applicationId: number;
  readonly tier: string;
  readonly state: string;
}

/**
 * Takes down every notice whose last day has passed, and lets its cases go on: those without an
 * unanswered or upheld objection. A case that cannot go on now is tried again the next time.
 */
export async function endDueNotices(run: Run): Promise<void> {
  await run(takeDown);
  for (const entry of await run(listDueEntries)) {
    try {
      await run((context) => closeEntry(context, entry));
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
}

async function takeDown(context: Context): Promise<void> {
  const { transaction, now } = context;
  const ended = await transaction
    .updateTable('publicNotices')
    .set({ state: 'ended', takenDownAt: now })
    .where('state', '=', 'hanging')
    .where('endsOn', '<', toChinaDay(now))
    .returning(['id', 'unionId', 'endsOn'])
    .execute();
  await context.recordAll(
    ended.map(({ id, unionId, endsOn }) => ({
      action: 'public_notice.taken_down',
      subject: 'public_notice',
      subjectId: id,
      unionId,
      before: { state: 'hanging' },
      after: { state: 'ended', endsOn },
    })),
  );
}

async function listDueEntries({ transaction }: Context): Promise<DueEntry[]> {
  const { rows } = await sql<DueEntry>`
    select e.notice_id as "noticeId", e.application_id as "applicationId", n.tier, a.state
    from public_notice_entries e
    join public_notices n on n.id = e.notice_id
    join applications a on a.id = e.application_id
    where e.closed_at is null and n.state = 'ended'
      and (a.state in ('refused', 'withdrawn', 'returned', 'reexamination')
        or not exists (select from public_notice_objections o where o.application_id = e.application_id
          and o.notice_id = e.notice_id and (o.answered_at is null or o.is_upheld)))
    order by e.notice_id, e.position`.execute(transaction);
  return rows;
}

async function closeEntry(context: Context, entry: DueEntry): Promise<void> {
  const { noticeId, applicationId, tier, state } = entry;
  const isWaiting = state === `${tier}_notice`;
  if (isWaiting) {
    const action = tier === 'grassroots' ? 'end_grassroots_notice' : 'end_district_notice';
    await actAsProgram(context, { id: applicationId, action });
  }
  const hasLeft = ['refused', 'withdrawn', 'returned', 'reexamination'].includes(state);
  await context.transaction
    .updateTable('publicNoticeEntries')
    .set({ closedAt: context.now, outcome: hasLeft ? 'left' : 'passed' })
    .where('noticeId', '=', noticeId)
    .where('applicationId', '=', applicationId)
    .execute();
}
