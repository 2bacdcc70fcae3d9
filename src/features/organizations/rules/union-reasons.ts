import type { NoParams, ReasonOf } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';

// A type, not an interface: the params of an error must have no open end.
type Several = {
  readonly count: number;
  /** The first of them, joined for reading. */
  readonly names: string;
};

/** Why a change of the tree is refused, or what about a union looks doubtful. */
export interface UnionReasonParams {
  readonly 'union.level_order': { readonly level: UnionLevel; readonly parentLevel: UnionLevel };
  readonly 'union.root_stays': NoParams;
  readonly 'union.below_itself': NoParams;
  readonly 'union.already_there': { readonly parent: string };
  readonly 'union.parent_closed': { readonly parent: string; readonly closedOn: PlainDate };
  readonly 'union.closed': { readonly closedOn: PlainDate };
  readonly 'union.not_closed': NoParams;
  readonly 'union.day_in_future': { readonly day: PlainDate; readonly today: PlainDate };
  readonly 'union.day_before_last_change': {
    readonly day: PlainDate;
    readonly lastChange: PlainDate;
  };
  readonly 'union.day_before_founding': { readonly day: PlainDate; readonly foundedOn: PlainDate };
  readonly 'union.open_children': Several;
  readonly 'union.roles_held': Several;
  readonly 'union.year_in_future': { readonly year: number };
  readonly 'union.more_members': { readonly memberCount: number; readonly workerCount: number };
  readonly 'union.credit_code_check': { readonly creditCode: string };
  readonly 'union.no_members': { readonly year: number };
  readonly 'union.members_jump': {
    readonly year: number;
    readonly memberCount: number;
    readonly previousYear: number;
    readonly previousCount: number;
  };
}
export type UnionReason = ReasonOf<UnionReasonParams>;

const MAX_NAMES = 10;

/** Count and first names of a list, as a sentence needs them. */
export function toSeveral(names: readonly string[]): Several {
  return { count: names.length, names: names.slice(0, MAX_NAMES).join('、') };
}
