import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { settingsInForce } from '#features/settings/rules/setting-in-force.ts';
import { readSettingEntries } from '#features/settings/server/commands/load-settings.ts';
import type { Context } from '#platform/context.ts';

import { AidFactsInput } from '../rules/aid-facts.ts';
import { minimumLivingOn } from '../rules/minimum-living-on.ts';
import type { DecidedCase } from '../rules/replay-cases.ts';

interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Cases of the unions in sight that were decided within the days, with what the rules were asked then;
 * drafts and cases under way are none. The net income is that of the file as it now stands.
 */
export async function loadDecidedCases(
  context: Context,
  { from, to }: Days,
): Promise<DecidedCase[]> {
  const rows = await context.transaction
    .selectFrom('applications as a')
    .leftJoin('households as h', 'h.id', 'a.householdId')
    .select(['a.number', 'a.decidedOn', 'a.decidedFacts', 'h.netMonthlyFen'])
    .where('a.decidedOn', '>=', from)
    .where('a.decidedOn', '<=', to)
    .where('a.decidedFacts', 'is not', null)
    .orderBy('a.decidedOn')
    .orderBy('a.id')
    .execute();
  const livingOn = await loadMinimumLiving(context);
  return rows.map(({ number, decidedOn, decidedFacts, netMonthlyFen }) => ({
    reference: number,
    facts: AidFactsInput.parse(decidedFacts),
    minimumLivingFen: decidedOn === null ? null : livingOn(day(decidedOn)),
    netMonthlyFen: netMonthlyFen === null ? null : fen(netMonthlyFen),
  }));
}

/** D on a day, as the settings now stand; many cases share their days. */
async function loadMinimumLiving({ transaction }: Context): Promise<(on: PlainDate) => Fen | null> {
  const entries = await readSettingEntries(transaction);
  const known = new Map<PlainDate, Fen | null>();
  return (on) => {
    let amount = known.get(on);
    if (amount === undefined) {
      amount = minimumLivingOn(settingsInForce(entries, on), on);
      known.set(on, amount);
    }
    return amount;
  };
}
