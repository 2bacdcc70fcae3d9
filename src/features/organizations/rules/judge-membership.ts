import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';

import type { UnionReason } from './union-reasons.ts';

/** Members (会员) and workers (职工) of a union at the end of a year. */
export interface MembershipCount {
  readonly year: number;
  readonly memberCount: number;
  readonly workerCount: number | null;
}

/** More than twice or less than half of the count before is asked about. */
const JUMP_FACTOR = 2;
/** Of so few members, any change is a large one. */
const FEW_MEMBERS = 20;

/** What the counts cannot be. */
export function decideMembership(
  { year, memberCount, workerCount }: MembershipCount,
  currentYear: number,
): Decision<UnionReason> {
  const reasons: UnionReason[] = [];
  if (year > currentYear) reasons.push({ code: 'union.year_in_future', params: { year } });
  if (workerCount !== null && workerCount < memberCount) {
    reasons.push({ code: 'union.more_members', params: { memberCount, workerCount } });
  }
  return toDecision(reasons);
}

/** What the counts of a union, newest first, hardly are. */
export function findUnlikelyCounts(
  counts: readonly MembershipCount[],
  isGrassroots: boolean,
): readonly UnionReason[] {
  const [newest, previous] = counts;
  if (newest === undefined) return [];
  const { year, memberCount } = newest;
  if (memberCount === 0) {
    // Members belong to grassroots unions; a town's own count is often none.
    return isGrassroots ? [{ code: 'union.no_members', params: { year } }] : [];
  }
  if (previous === undefined || !isJump(memberCount, previous.memberCount)) return [];
  const params = {
    year,
    memberCount,
    previousYear: previous.year,
    previousCount: previous.memberCount,
  };
  return [{ code: 'union.members_jump', params }];
}

function isJump(count: number, before: number): boolean {
  if (Math.max(count, before) <= FEW_MEMBERS) return false;
  return count > before * JUMP_FACTOR || before > count * JUMP_FACTOR;
}
