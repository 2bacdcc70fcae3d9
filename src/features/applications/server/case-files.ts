import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

/** @throws AppError `invalid` `application.file_not_of_case`. */
export async function assertFileOfCase(
  { transaction }: Context,
  id: number,
  fileId: string,
): Promise<void> {
  const file = await transaction
    .selectFrom('storedFiles')
    .select('id')
    .where('id', '=', fileId)
    .where('subject', '=', 'application')
    .where('subjectId', '=', String(id))
    .executeTakeFirst();
  if (file === undefined) throw new AppError('invalid', 'application.file_not_of_case');
}
