import { day } from '#core/plain-date.ts';
import { nameSounds } from '#features/households/rules/name-sounds.ts';
import {
  markAddress,
  markCard,
  markIdentity,
  markIdentityDigits,
  markPhone,
} from '#features/households/server/household-keys.ts';
import type { HouseholdKeys } from '#features/households/server/household-keys.ts';
import type { Database } from '#platform/database/open-database.ts';

export interface FiledPerson {
  readonly name: string;
  readonly sex?: 'male' | 'female';
  readonly bornOn?: string;
  readonly identity?: string;
  readonly phone?: string;
  readonly card?: string;
  readonly address?: string;
}

export interface FiledHousehold {
  readonly unionId: number;
  readonly people: readonly FiledPerson[];
  /** The day the file ended. */
  readonly exitedOn?: string;
}

let count = 0;

/** Puts a file into the registry as the commands would leave it, without its form; returns ids. */
export async function fileHousehold(
  owner: Database,
  keys: HouseholdKeys,
  { unionId, people, exitedOn }: FiledHousehold,
): Promise<{ id: number; peopleIds: number[] }> {
  const { id } = await owner.query
    .insertInto('households')
    .values({
      unionId,
      fileNumber: `P-KNZG-2026-${++count}`,
      openedOn: '2026-01-12',
      checkedOn: '2026-01-12',
      hardshipClass: 'deep',
      memberCount: people.length,
      ...(exitedOn === undefined
        ? {}
        : {
            state: 'exited',
            exitedOn: day(exitedOn),
            exitKind: 'out_of_hardship',
            exitReason: '脱困',
          }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const peopleIds: number[] = [];
  for (const [at, person] of people.entries()) {
    const row = await owner.query
      .insertInto('householdPeople')
      .values({
        householdId: id,
        unionId,
        role: at === 0 ? 'head' : 'member',
        relation: at === 0 ? 'head' : 'child',
        leftOn: exitedOn ?? null,
        name: person.name,
        nameSounds: nameSounds(person.name),
        sex: person.sex ?? null,
        bornOn: person.bornOn ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    peopleIds.push(row.id);
    await changePerson(owner, keys, { id: row.id, change: person });
  }
  return { id, peopleIds };
}

/** Writes other facts of a person, as a change of the form would. */
export async function changePerson(
  owner: Database,
  { cipher, blindIndex }: HouseholdKeys,
  { id, change }: { readonly id: number; readonly change: Partial<FiledPerson> },
): Promise<void> {
  const { name, bornOn, identity, phone, card, address } = change;
  const values = {
    ...(name === undefined ? {} : { name, nameSounds: nameSounds(name) }),
    ...(bornOn === undefined ? {} : { bornOn }),
    ...(identity === undefined
      ? {}
      : {
          identitySecret: cipher.encrypt(identity, `people.identity:${id}`),
          identityIndex: markIdentity(blindIndex, identity),
          identityDigitsIndex: markIdentityDigits(blindIndex, identity),
        }),
    ...(phone === undefined
      ? {}
      : {
          phoneSecret: cipher.encrypt(phone, `people.phone:${id}`),
          phoneIndex: markPhone(blindIndex, phone),
        }),
    ...(card === undefined
      ? {}
      : {
          cardSecret: cipher.encrypt(card, `people.card:${id}`),
          cardIndex: markCard(blindIndex, card),
        }),
    ...(address === undefined ? {} : { addressIndex: markAddress(blindIndex, address) }),
  };
  if (Object.keys(values).length === 0) return;
  await owner.query.updateTable('householdPeople').set(values).where('id', '=', id).execute();
}
