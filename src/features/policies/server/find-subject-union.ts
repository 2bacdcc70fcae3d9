import type { Context } from '#platform/context.ts';

/** Documents of a version are everybody's to read, and the owner's staff's to add. */
export async function findPolicySubject(
  { transaction }: Context,
  subjectId: string,
): Promise<number | undefined> {
  if (!/^\d{1,9}$/.test(subjectId)) return undefined;
  const row = await transaction
    .selectFrom('policyVersions as p')
    .innerJoin('unions as u', 'u.id', 'p.unionId')
    .select('p.unionId')
    .where('p.id', '=', Number(subjectId))
    .executeTakeFirst();
  return row?.unionId;
}
