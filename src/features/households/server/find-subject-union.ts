import type { Context } from '#platform/context.ts';

/** Papers of a family's file belong to the union whose file it is. */
export async function findHouseholdSubject(
  { transaction }: Context,
  subjectId: string,
): Promise<number | undefined> {
  if (!/^\d{1,15}$/.test(subjectId)) return undefined;
  const row = await transaction
    .selectFrom('households')
    .select('unionId')
    .where('id', '=', Number(subjectId))
    .executeTakeFirst();
  return row?.unionId;
}
