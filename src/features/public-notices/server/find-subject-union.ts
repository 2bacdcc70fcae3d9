import type { Context } from '#platform/context.ts';

/** Photos of the sheet on its wall belong to the union that put it up. */
export async function findNoticeSubject(
  { transaction }: Context,
  subjectId: string,
): Promise<number | undefined> {
  if (!/^\d{1,9}$/.test(subjectId)) return undefined;
  const row = await transaction
    .selectFrom('publicNotices')
    .select('unionId')
    .where('id', '=', Number(subjectId))
    .executeTakeFirst();
  return row?.unionId;
}
