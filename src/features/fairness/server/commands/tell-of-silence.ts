import { addNotice } from '#features/notices/server/commands.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { FAIRNESS_NOTICE_TEXTS, quartersText } from '../../messages.ts';
import { decideSilence } from '../../rules/decide-silence.ts';
import { findQuietQuarters } from '../../rules/fairness-periods.ts';
import type { QuietQuarters } from '../../rules/fairness-periods.ts';
import { countApplications } from '../count-applications.ts';
import { listSupervisors } from '../list-supervisors.ts';
import { listTowns } from '../list-towns.ts';
import type { Town } from '../list-towns.ts';

/** A notice names no more; the page shows all. */
const NAMED = 10;

/**
 * Once a quarter, tells the supervisors which towns brought no application in the last two. What was told
 * is kept, so that it is told once however often and on how many servers this runs. The work of the
 * program; returns how many towns were told of.
 */
export async function tellOfSilence(context: Context): Promise<number> {
  const quiet = findQuietQuarters(toChinaDay(context.now));
  const silent = await listSilentTowns(context, quiet);
  const news = await keepNews(context, silent, quiet);
  if (news.length === 0) return 0;
  await context.recordAll(
    news.map(({ id, name }) => ({
      action: 'fairness.silence_told',
      subject: 'union',
      subjectId: id,
      unionId: id,
      after: { name, from: quiet.from, to: quiet.to },
    })),
  );
  await tell(context, news, quiet);
  return news.length;
}

type SilentTown = Town & { readonly lastOn: string | null };

async function listSilentTowns(context: Context, quiet: QuietQuarters): Promise<SilentTown[]> {
  const towns = await listTowns(context);
  const holders = [...new Set(towns.map(({ districtId }) => districtId))];
  const ids = [...holders, ...towns.map(({ id }) => id)];
  const sums = await countApplications(context, ids, { period: quiet, quiet });
  return towns.flatMap((town) => {
    const { quietCount = 0, lastOn = null } = sums.get(town.id) ?? {};
    const recordsSince = sums.get(town.districtId)?.firstOn ?? null;
    const silence = decideSilence({ ...town, quietCount }, quiet, recordsSince);
    return silence === 'silent' ? [{ ...town, lastOn }] : [];
  });
}

/** Those not told of before for these quarters. */
async function keepNews(
  { transaction, now }: Context,
  silent: readonly SilentTown[],
  { lastIndex }: QuietQuarters,
): Promise<SilentTown[]> {
  if (silent.length === 0) return [];
  const kept = await transaction
    .insertInto('silentUnions')
    .values(
      silent.map(({ id, lastOn }) => ({
        unionId: id,
        lastQuarter: lastIndex,
        lastAppliedOn: lastOn,
        toldAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('unionId')
    .execute();
  const ids = new Set(kept.map(({ unionId }) => unionId));
  return silent.filter(({ id }) => ids.has(id));
}

/** Each supervisor gets one notice of the own towns. */
async function tell(
  context: Context,
  towns: readonly SilentTown[],
  { quarters }: QuietQuarters,
): Promise<void> {
  const townsOf = await listSupervisors(
    context,
    towns.map(({ id }) => id),
  );
  const nameOf = new Map(towns.map(({ id, name }) => [id, name]));
  for (const [accountId, ids] of townsOf) {
    const names = ids.slice(0, NAMED).flatMap((id) => nameOf.get(id) ?? []);
    const params = {
      quarters: quartersText([...quarters]),
      count: ids.length,
      names: names.join('、') + (ids.length > NAMED ? '等' : ''),
    };
    await addNotice(context, FAIRNESS_NOTICE_TEXTS, {
      accountId,
      code: 'fairness.silent_unions',
      params,
      link: '/fairness',
    });
  }
}
