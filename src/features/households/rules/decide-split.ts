import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { judgeAfterOpening, judgeNotFuture, judgeOpenFile } from './act-conditions.ts';
import type { JudgedFile } from './act-conditions.ts';
import { MIN_WORKING_AGE, ageOn } from './ages.ts';
import type { ActReason } from './household-reasons.ts';
import type { PersonRole } from './words.ts';

/** Somebody who is in the file today. */
export interface FilePerson {
  readonly id: number;
  readonly name: string;
  readonly role: PersonRole;
  readonly bornOn: PlainDate | null;
}

export interface SplitWish {
  readonly household: JudgedFile;
  readonly people: readonly FilePerson[];
  /** Who leaves. */
  readonly personIds: readonly number[];
  /** Head of the new file. */
  readonly headId: number;
  readonly splitOn: PlainDate;
}

/** Whether some of a household may get a file of their own (分户). Its head stays with the old one. */
export function decideSplit(wish: SplitWish, today: PlainDate): Decision<ActReason> {
  const { household, splitOn } = wish;
  return toDecision([
    ...judgeOpenFile(household),
    ...judgeNotFuture(splitOn, today),
    ...judgeAfterOpening(splitOn, household),
    ...judgeLeaving(wish),
    ...judgeNewHead(wish, splitOn),
  ]);
}

function judgeLeaving({ people, personIds }: SplitWish): ActReason[] {
  const reasons: ActReason[] = [];
  const byId = new Map(people.map((person) => [person.id, person]));
  const seen = new Set<number>();
  for (const id of personIds) {
    const person = byId.get(id);
    if (person === undefined) reasons.push({ code: 'household.person_not_here', params: {} });
    else if (seen.has(id)) {
      reasons.push({ code: 'household.person_twice', params: { name: person.name } });
    } else if (person.role === 'head') {
      reasons.push({ code: 'household.head_stays', params: { name: person.name } });
    }
    seen.add(id);
  }
  if (people.every(({ id }) => seen.has(id))) {
    reasons.push({ code: 'household.nobody_stays', params: {} });
  }
  return reasons;
}

function judgeNewHead({ people, personIds, headId }: SplitWish, on: PlainDate): ActReason[] {
  const head = people.find(({ id }) => id === headId);
  if (head === undefined || !personIds.includes(headId)) {
    return [{ code: 'household.new_head_not_among', params: {} }];
  }
  return judgeAgeOfHead(head, on);
}

/** A birth that nobody knows keeps no one from being head; the form asks for it. */
export function judgeAgeOfHead({ name, bornOn }: FilePerson, on: PlainDate): ActReason[] {
  if (bornOn === null) return [];
  const age = ageOn(bornOn, on);
  if (age >= MIN_WORKING_AGE) return [];
  const params = { name, age, minAge: MIN_WORKING_AGE };
  return [{ code: 'household.new_head_too_young', params }];
}
