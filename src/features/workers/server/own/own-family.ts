import { z } from 'zod';

import { NewEvent } from '#features/applications/rules/application-inputs.ts';
import { HouseholdForm } from '#features/households/rules/household-form.ts';
import type { Context } from '#platform/context.ts';

import { drawId } from '../draw-id.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';

type Keys = Pick<WorkerDependencies['keys'], 'cipher'>;

/** What a worker tells while the union has no file of the family; kept encrypted. */
const ToldFamily = z.object({ form: HouseholdForm.nullable(), event: NewEvent.nullable() });
export type ToldFamily = z.output<typeof ToldFamily>;

export interface StoredFamily extends ToldFamily {
  readonly id: number;
  readonly applicationId: number;
  readonly handedInAt: Date | null;
  readonly returnedAt: Date | null;
  readonly returnReason: string | null;
  readonly openedAt: Date | null;
}

const contextOf = (id: number): string => `application_families.form:${id}`;

export async function addFamily(
  { transaction }: Context,
  { cipher }: Keys,
  row: { readonly applicationId: number; readonly unionId: number; readonly told: ToldFamily },
): Promise<void> {
  const { applicationId, unionId, told } = row;
  const id = await drawId(transaction, 'application_families');
  const formSecret = cipher.encrypt(JSON.stringify(told), contextOf(id));
  await transaction
    .insertInto('applicationFamilies')
    .values({ id, applicationId, unionId, formSecret })
    .execute();
}

export async function findFamily(
  { transaction }: Context,
  { cipher }: Keys,
  applicationId: number,
): Promise<StoredFamily | undefined> {
  const row = await transaction
    .selectFrom('applicationFamilies')
    .select(['id', 'applicationId', 'formSecret', 'handedInAt', 'returnedAt', 'returnReason'])
    .select('openedAt')
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { formSecret, ...rest } = row;
  return {
    ...rest,
    ...ToldFamily.parse(JSON.parse(cipher.decrypt(formSecret, contextOf(row.id)))),
  };
}

export async function changeFamily(
  { transaction }: Context,
  { cipher }: Keys,
  { id, told }: { readonly id: number; readonly told: ToldFamily },
): Promise<void> {
  const formSecret = cipher.encrypt(JSON.stringify(told), contextOf(id));
  await transaction
    .updateTable('applicationFamilies')
    .set({ formSecret })
    .where('id', '=', id)
    .execute();
}

export async function markFamily(
  { transaction }: Context,
  id: number,
  marks: {
    readonly handedInAt?: Date | null;
    readonly returnedAt?: Date | null;
    readonly returnReason?: string | null;
    readonly openedAt?: Date;
  },
): Promise<void> {
  await transaction.updateTable('applicationFamilies').set(marks).where('id', '=', id).execute();
}
