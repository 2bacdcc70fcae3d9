import { sql } from 'kysely';

import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { getPolicyVersion } from '#features/policies/server/commands/load-policy.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { findClockDays } from '../../rules/clock.ts';
import { findApplications } from '../application-row.ts';

const AT_ONCE = 2000;

/**
 * Counts the limits of all running clocks anew, after the calendar of working days was changed. What is
 * no longer overdue is no longer marked so. The work of the program; returns how many moved.
 */
export async function recomputeClocks(context: Context): Promise<number> {
  const ids = await context.transaction
    .selectFrom('applications')
    .select('id')
    .where('dueOn', 'is not', null)
    .orderBy('id')
    .execute();
  const policies = new Map<number, PolicyVersion>();
  let movedCount = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const part = ids.slice(start, start + AT_ONCE).map(({ id }) => id);
    movedCount += await recompute(context, part, policies);
  }
  return movedCount;
}

interface NewDays {
  readonly id: number;
  readonly version: number;
  readonly warn_on: string | null;
  readonly due_on: string | null;
}

async function countAnew(
  context: Context,
  ids: readonly number[],
  policies: Map<number, PolicyVersion>,
): Promise<NewDays[]> {
  const rows: NewDays[] = [];
  for (const application of await findApplications(context, ids)) {
    const { id, version, policyVersionId } = application;
    if (policyVersionId === null) continue;
    const policy =
      policies.get(policyVersionId) ??
      (await getPolicyVersion(context.transaction, policyVersionId));
    policies.set(policyVersionId, policy);
    const { warnOn, dueOn } = findClockDays({ ...application, policy });
    rows.push({ id, version, warn_on: warnOn, due_on: dueOn });
  }
  return rows;
}

async function recompute(
  context: Context,
  ids: readonly number[],
  policies: Map<number, PolicyVersion>,
): Promise<number> {
  const { transaction, now } = context;
  const rows = await countAnew(context, ids, policies);
  // Whoever acted meanwhile has written a clock by the same calendar.
  const { rows: moved } = await sql<{ id: number; unionId: number; number: string }>`
    update applications a set warn_on = n.warn_on, due_on = n.due_on,
      is_escalated = a.is_escalated and n.due_on < ${toChinaDay(now)}::date
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as n (id bigint, version int, warn_on date, due_on date)
    where a.id = n.id and a.version = n.version
      and (a.warn_on, a.due_on) is distinct from (n.warn_on, n.due_on)
    returning a.id, a.union_id as "unionId", a.number`.execute(transaction);
  await context.recordAll(
    moved.map(({ id, unionId, number }) => ({
      action: 'application.clock_moved',
      subject: 'application',
      subjectId: id,
      unionId,
      after: { number, dueOn: rows.find((row) => row.id === id)?.due_on ?? null },
    })),
  );
  return moved.length;
}
