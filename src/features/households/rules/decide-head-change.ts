import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { judgeOpenFile } from './act-conditions.ts';
import { judgeAgeOfHead } from './decide-split.ts';
import type { FilePerson } from './decide-split.ts';
import type { ActReason } from './household-reasons.ts';
import type { HouseholdState, Relation } from './words.ts';

export interface HeadChangeWish {
  readonly household: { readonly state: HouseholdState };
  readonly people: readonly FilePerson[];
  readonly personId: number;
  /** Of each other person to the new head. */
  readonly relations: readonly { readonly personId: number; readonly relation: Relation }[];
}

/** Whether somebody else may head a file (变更户主). Relations are told to the head, so all are told anew. */
export function decideHeadChange(
  { household, people, personId, relations }: HeadChangeWish,
  today: PlainDate,
): Decision<ActReason> {
  const reasons = judgeOpenFile(household);
  const head = people.find(({ id }) => id === personId);
  if (head === undefined) reasons.push({ code: 'household.person_not_here', params: {} });
  else if (head.role === 'head') {
    reasons.push({ code: 'household.already_head', params: { name: head.name } });
  } else reasons.push(...judgeAgeOfHead(head, today));
  const relationOf = new Map(relations.map((row) => [row.personId, row.relation]));
  for (const { id, name } of people) {
    if (id === personId) continue;
    const relation = relationOf.get(id);
    if (relation === undefined)
      reasons.push({ code: 'household.relation_missing', params: { name } });
    if (relation === 'head') {
      reasons.push({ code: 'household.relation_of_head_only', params: { name } });
    }
  }
  return toDecision(reasons);
}
