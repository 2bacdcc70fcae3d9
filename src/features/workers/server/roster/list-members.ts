import { sql } from 'kysely';

import { maskIdentityNumber } from '#core/mask-personal.ts';
import { maskPhone } from '#features/households/rules/mask-form.ts';
import type { Context } from '#platform/context.ts';

import type { MemberQuery } from '../../rules/desk-inputs.ts';
import type { MemberRow } from '../../rules/desk-views.ts';
import { toMemberNumber } from '../../rules/plan-roster.ts';
import { beforeId, COUNTED, toPage } from '../desk/list-page.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';

/** Members in sight, those entered last first. */
export async function listMembers(
  { transaction }: Context,
  { cipher }: Pick<WorkerDependencies['keys'], 'cipher'>,
  query: MemberQuery,
): Promise<{ items: MemberRow[]; next: string | null; total: number }> {
  const { search = '', below, state, limit } = query;
  const found = transaction
    .selectFrom('unionMembers as m')
    .innerJoin('unions as u', 'u.id', 'm.unionId')
    .leftJoin('workerAccounts as w', 'w.memberId', 'm.id')
    .select(['m.id', 'm.unionId', 'u.name as unionName', 'm.memberNumber', 'm.name', 'm.leftOn'])
    .select(['m.phoneSecret', 'm.identitySecret', 'w.accountId'])
    .$if(search !== '', (select) =>
      select.where(
        sql<boolean>`(m.member_number = ${toMemberNumber(search)} or starts_with(m.name, ${search}))`,
      ),
    )
    .$if(below !== undefined, (select) =>
      select.where(
        sql<boolean>`m.union_id in (select descendant_id from union_closure where ancestor_id = ${below ?? 0})`,
      ),
    )
    .$if(state === 'present', (select) => select.where('m.leftOn', 'is', null))
    .$if(state === 'left', (select) => select.where('m.leftOn', 'is not', null));
  const rows = await found
    .$if(query.after !== undefined, (select) => select.where('m.id', '<', beforeId(query)))
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
    .execute();
  const { total } = await found.clearSelect().select(COUNTED).executeTakeFirstOrThrow();
  return toPage(
    rows.map((row) => toView(cipher, row)),
    query,
    total,
  );
}

interface StoredMember extends Omit<MemberRow, 'phone' | 'identityNumber' | 'isRegistered'> {
  readonly phoneSecret: string | null;
  readonly identitySecret: string | null;
  readonly accountId: number | null;
}

function toView(
  cipher: WorkerDependencies['keys']['cipher'],
  { phoneSecret, identitySecret, accountId, ...row }: StoredMember,
): MemberRow {
  const open = (secret: string, purpose: string): string =>
    cipher.decrypt(secret, `union_members.${purpose}:${row.id}`);
  return {
    ...row,
    phone: phoneSecret === null ? null : maskPhone(open(phoneSecret, 'phone')),
    identityNumber:
      identitySecret === null ? null : maskIdentityNumber(open(identitySecret, 'identity')),
    isRegistered: accountId !== null,
  };
}
