import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { ForwardingList, ForwardingView } from '../rules/policy-views.ts';

/** To which of the unions in sight a version went. @throws AppError `not_found` `policy.unknown`. */
export async function listForwardings(context: Context, policyId: number): Promise<ForwardingList> {
  const { transaction, now } = context;
  const policy = await transaction
    .selectFrom('policyVersions')
    .select('id')
    .where('id', '=', policyId)
    .executeTakeFirst();
  if (policy === undefined) throw new AppError('not_found', 'policy.unknown');
  const rows = await transaction
    .selectFrom('policyForwardings as f')
    .innerJoin('unions as u', 'u.id', 'f.unionId')
    .leftJoin('accounts as a', 'a.id', 'f.acknowledgedBy')
    .select(['f.unionId', 'u.name as unionName', 'f.sentOn', 'f.dueOn', 'f.receivedOn'])
    .select(['f.evidence', 'f.remindedAt', 'a.displayName as acknowledgedBy'])
    .where('f.policyId', '=', policyId)
    .orderBy(sql`f.received_on is not null`)
    .orderBy('f.dueOn')
    .orderBy('u.code')
    .execute();
  const today = toChinaDay(now);
  const items = rows.map((row) => ({
    ...row,
    state: stateOf(row, today),
    remindedAt: row.remindedAt.map((moment) => moment.toISOString()),
  }));
  return { items, candidates: await listCandidates(context, policyId) };
}

function stateOf(
  { receivedOn, dueOn }: { readonly receivedOn: string | null; readonly dueOn: string },
  today: string,
): ForwardingView['state'] {
  if (receivedOn !== null) return 'received';
  return dueOn < today ? 'overdue' : 'waiting';
}

/** Grassroots unions below a town have it from their town. */
function listCandidates(
  { transaction }: Context,
  policyId: number,
): Promise<ForwardingList['candidates']> {
  return transaction
    .selectFrom('unions as u')
    .innerJoin('unions as parent', 'parent.id', 'u.parentId')
    .select(['u.id as unionId', 'u.name as unionName'])
    .where('u.closedOn', 'is', null)
    .where('parent.level', 'in', ['city', 'district'])
    .where((all) =>
      all.not(
        all.exists(
          all
            .selectFrom('policyForwardings as f')
            .select('f.id')
            .whereRef('f.unionId', '=', 'u.id')
            .where('f.policyId', '=', policyId),
        ),
      ),
    )
    .orderBy('u.code')
    .execute();
}
