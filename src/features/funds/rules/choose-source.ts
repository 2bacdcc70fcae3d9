import type { ReasonOf } from '#core/decision.ts';
import type { Fen } from '#core/money.ts';
import { formatYuan } from '#core/money.ts';
import type { Tier } from '#features/households/rules/words.ts';
import type { AidType } from '#features/policies/rules/policy-version.ts';

import type { SourceKind } from './fund-words.ts';

/** A source as far as the choice asks for it. */
export interface SourceWithRoom {
  readonly id: number;
  readonly unionId: number;
  readonly unionName: string;
  readonly kind: SourceKind;
  readonly name: string;
  /** Any when empty. */
  readonly fileTiers: readonly string[];
  /** Any when empty. */
  readonly aidTypes: readonly string[];
  readonly availableFen: Fen;
  /** Of the unions that were asked for, those whose cases it may pay. */
  readonly servedUnionIds: readonly number[];
}

/** What money is wanted for. */
export interface FundNeed {
  readonly unionId: number;
  /** Archive tier of the household; null where it has no file. */
  readonly fileTier: Tier | null;
  readonly aidType: AidType;
  readonly year: number;
  readonly amountFen: Fen;
}

export interface FundReasonParams {
  readonly 'fund.no_source': { readonly year: number };
  readonly 'fund.no_room': { readonly name: string; readonly room: string; readonly need: string };
  readonly 'fund.unfit_source': { readonly name: string };
}
export type FundReason = ReasonOf<FundReasonParams>;

export type SourceChoice =
  | { readonly ok: true; readonly source: SourceWithRoom }
  | { readonly ok: false; readonly reasons: readonly [FundReason] };

/** Sources that may pay for it, those with the most room first. */
export function findUsableSources(
  sources: readonly SourceWithRoom[],
  { unionId, fileTier, aidType }: Omit<FundNeed, 'year' | 'amountFen'>,
): readonly SourceWithRoom[] {
  return sources
    .filter(
      (source) =>
        source.servedUnionIds.includes(unionId) &&
        (source.aidTypes.length === 0 || source.aidTypes.includes(aidType)) &&
        (source.fileTiers.length === 0 ||
          (fileTier !== null && source.fileTiers.includes(fileTier))),
    )
    .toSorted((a, b) => b.availableFen - a.availableFen || a.id - b.id);
}

/** The source that was wished for, else the usable one with the most room; or why there is none. */
export function chooseSource(
  sources: readonly SourceWithRoom[],
  need: FundNeed,
  wishedId: number | null,
): SourceChoice {
  const usable = findUsableSources(sources, need);
  const source = wishedId === null ? usable[0] : usable.find(({ id }) => id === wishedId);
  if (source === undefined) {
    const wished = sources.find(({ id }) => id === wishedId);
    return wishedId === null || wished === undefined
      ? no({ code: 'fund.no_source', params: { year: need.year } })
      : no({ code: 'fund.unfit_source', params: { name: nameSource(wished) } });
  }
  if (source.availableFen >= need.amountFen) return { ok: true, source };
  const params = {
    name: nameSource(source),
    room: formatYuan(source.availableFen),
    need: formatYuan(need.amountFen),
  };
  return no({ code: 'fund.no_room', params });
}

export function nameSource({
  unionName,
  name,
}: Pick<SourceWithRoom, 'unionName' | 'name'>): string {
  return `${unionName}“${name}”`;
}

function no(reason: FundReason): SourceChoice {
  return { ok: false, reasons: [reason] };
}
