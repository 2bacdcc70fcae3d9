import type { Context } from '#platform/context.ts';

/** Papers of an application belong to the union whose case it is. */
export async function findApplicationSubject(
  { transaction }: Context,
  subjectId: string,
): Promise<number | undefined> {
  if (!/^\d{1,15}$/.test(subjectId)) return undefined;
  const row = await transaction
    .selectFrom('applications')
    .select('unionId')
    .where('id', '=', Number(subjectId))
    .executeTakeFirst();
  return row?.unionId;
}
