import { addNotice } from '#features/notices/server/commands.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { APPLICATION_NOTICE_TEXTS } from '../../messages.ts';
import { findSeatAtWork, findTierAbove } from '../../rules/tiers.ts';
import type { Seat } from '../../rules/tiers.ts';
import { findApplications } from '../application-row.ts';
import type { StoredApplication } from '../application-row.ts';
import { listStaff } from '../list-staff.ts';

const NAMED = 5;

/**
 * Marks what ran past its limit since the last time, and tells the desk it lies at and the one above: a
 * case is told of once a tier, and everybody gets one notice however many there are. The work of the
 * program; returns how many were marked.
 */
export async function escalateOverdue(context: Context): Promise<number> {
  const { transaction, now } = context;
  const marked = await transaction
    .updateTable('applications')
    .set({ isEscalated: true })
    .where('dueOn', '<', toChinaDay(now))
    .where('isEscalated', '=', false)
    .returning('id')
    .execute();
  const applications = await findApplications(
    context,
    marked.map(({ id }) => id).toSorted((one, other) => one - other),
  );
  await context.recordAll(applications.map(toNote));
  await tell(context, await listByAddressee(context, applications));
  return applications.length;
}

/** Numbers of the cases that each of the staff is told of. */
async function listByAddressee(
  context: Context,
  applications: readonly StoredApplication[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const numbersOf = new Map<number, string[]>();
  for (const { seats, applications: cases } of groupByDesks(applications)) {
    const staff = await listStaff(context, { seats, unionIds: cases.map((one) => one.unionId) });
    for (const { number, unionId } of cases) {
      for (const accountId of staff.get(unionId) ?? []) {
        const numbers = numbersOf.get(accountId);
        if (numbers === undefined) numbersOf.set(accountId, [number]);
        else numbers.push(number);
      }
    }
  }
  return numbersOf;
}

async function tell(
  context: Context,
  numbersOf: ReadonlyMap<number, readonly string[]>,
): Promise<void> {
  for (const [accountId, numbers] of numbersOf) {
    const more = numbers.length > NAMED ? '等' : '';
    const params = { count: numbers.length, numbers: numbers.slice(0, NAMED).join('、') + more };
    const notice = {
      accountId,
      code: 'application.overdue',
      params,
      link: '/applications',
    } as const;
    await addNotice(context, APPLICATION_NOTICE_TEXTS, notice);
  }
}

function toNote({ id, unionId, number, state, dueOn }: StoredApplication) {
  return {
    action: 'application.escalated',
    subject: 'application',
    subjectId: id,
    unionId,
    after: { number, state, dueOn },
  };
}

interface DeskGroup {
  readonly seats: readonly Seat[];
  readonly applications: StoredApplication[];
}

function groupByDesks(applications: readonly StoredApplication[]): Iterable<DeskGroup> {
  const groups = new Map<string, DeskGroup>();
  for (const application of applications) {
    const seats = listDesks(application);
    const key = seats.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { seats, applications: [application] });
    else group.applications.push(application);
  }
  return groups.values();
}

/** The desk that lets its time pass and the one above; above the district's own stands its leader. */
function listDesks(application: StoredApplication): readonly Seat[] {
  const seat = findSeatAtWork(application);
  if (seat === null) return [];
  return seat === 'approval' ? [seat] : [seat, findTierAbove(application) ?? 'approval'];
}
