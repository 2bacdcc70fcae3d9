import type { Fen } from '#core/money.ts';
import { fen } from '#core/money.ts';
import { yearOf } from '#core/plain-date.ts';
import { chooseSource } from '#features/funds/rules/choose-source.ts';
import type { SourceChoice, SourceWithRoom } from '#features/funds/rules/choose-source.ts';
import { loadSources } from '#features/funds/server/commands/list-usable-sources.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { LoadedCase } from './load-cases.ts';

/** What is granted now takes its money from a source with room; each grant leaves less for those after it. */
export class FundChooser {
  readonly #year: number;
  #sources: readonly SourceWithRoom[];

  constructor(year: number, sources: readonly SourceWithRoom[]) {
    this.#year = year;
    this.#sources = sources;
  }

  choose(
    { application, fileTier }: LoadedCase,
    { amountFen, sourceId }: { readonly amountFen: Fen; readonly sourceId: number | null },
  ): SourceChoice {
    const { unionId, aidType } = application;
    const need = { unionId, aidType, fileTier, amountFen, year: this.#year };
    const choice = chooseSource(this.#sources, need, sourceId);
    if (!choice.ok) return choice;
    const { source } = choice;
    const left = { ...source, availableFen: fen(source.availableFen - amountFen) };
    this.#sources = this.#sources.map((one) => (one.id === source.id ? left : one));
    return choice;
  }
}

/** Nobody is held up here: the database refuses what two sessions together would overspend. */
export async function openFundChooser(
  context: Context,
  cases: readonly LoadedCase[],
): Promise<FundChooser> {
  const on = toChinaDay(context.now);
  const unionIds = [...new Set(cases.map(({ application }) => application.unionId))];
  return new FundChooser(yearOf(on), await loadSources(context, { unionIds, on }));
}
