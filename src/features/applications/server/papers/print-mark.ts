import { toChinaDay, toChinaTime } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { PrintMark } from '../../documents/paper-page.ts';

/** Who prints now. */
export async function findPrintMark({ transaction, actor, now }: Context): Promise<PrintMark> {
  const union = await transaction
    .selectFrom('unions')
    .select('name')
    .where('id', '=', actor.unionId ?? 0)
    .executeTakeFirst();
  const by = [union?.name, actor.name].filter((part) => part !== undefined).join(' ');
  return { by, on: toChinaDay(now), at: toChinaTime(now) };
}
