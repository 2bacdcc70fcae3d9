import { seeingUnion } from '#features/accounts/server/commands/seeing-union.ts';
import type { HouseholdForm } from '#features/households/rules/household-form.ts';
import { readHouseholdForm } from '#features/households/server/commands/person-on-file.ts';
import type { Context } from '#platform/context.ts';

import type { OWN_SECRETS } from '../../rules/own-inputs.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import type { OwnPerson } from './own-person.ts';

export type OwnSecret = (typeof OWN_SECRETS)[number];

export interface OwnRecords {
  readonly memberNumber: string | null;
  readonly secrets: Readonly<Record<OwnSecret, string | null>>;
  /** The newest form of the family's file; null while there is none. */
  readonly form: HouseholdForm | null;
}

/** What the roster and the family's file hold of the person: of others only what the form says of them. */
export function readOwnRecords(
  context: Context,
  keys: WorkerDependencies['keys'],
  { unionId, memberId, person }: OwnPerson,
): Promise<OwnRecords> {
  return seeingUnion(context, unionId, async (seeing) => {
    const member = await readMember(seeing, keys, memberId);
    const form =
      person === undefined ? null : await readHouseholdForm(seeing, keys, person.householdId);
    const own = form?.people.find(({ id }) => id === person?.personId);
    const isHead = own?.role === 'head';
    return {
      memberNumber: member?.memberNumber ?? null,
      form,
      secrets: {
        identity: own?.identityNumber ?? member?.identity ?? null,
        phone: own?.phone ?? member?.phone ?? null,
        // Card and address of the form are the head's.
        card: isHead ? (form?.cardNumber ?? null) : null,
        address: isHead ? (form?.head.address ?? null) : null,
      },
    };
  });
}

interface Member {
  readonly memberNumber: string;
  readonly identity: string | null;
  readonly phone: string | null;
}

async function readMember(
  { transaction }: Context,
  { cipher }: WorkerDependencies['keys'],
  memberId: number | null,
): Promise<Member | undefined> {
  if (memberId === null) return undefined;
  const row = await transaction
    .selectFrom('unionMembers')
    .select(['memberNumber', 'identitySecret', 'phoneSecret'])
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const open = (secret: string | null, purpose: string): string | null =>
    secret === null ? null : cipher.decrypt(secret, `union_members.${purpose}:${memberId}`);
  return {
    memberNumber: row.memberNumber,
    identity: open(row.identitySecret, 'identity'),
    phone: open(row.phoneSecret, 'phone'),
  };
}
