import { z } from 'zod';

import { HouseholdForm } from '../rules/household-form.ts';
import { blankForm, blankPerson } from '../rules/overlay-form.ts';
import type { HouseholdKeys } from './household-keys.ts';

/** Bound to its row, so that a form copied to another version is found out. */
const contextOf = (versionId: number): string => `households.facts:${versionId}`;

/** Most of a form is empty: what is null is left out, which is two thirds of the text. */
export function sealFacts(
  { cipher }: Pick<HouseholdKeys, 'cipher'>,
  versionId: number,
  form: HouseholdForm,
): string {
  return cipher.encrypt(JSON.stringify(form, withoutNull), contextOf(versionId));
}

export function openFacts(
  { cipher }: Pick<HouseholdKeys, 'cipher'>,
  { id, factsSecret }: { readonly id: number; readonly factsSecret: string },
): HouseholdForm {
  const stored = StoredForm.parse(JSON.parse(cipher.decrypt(factsSecret, contextOf(id))));
  return HouseholdForm.parse(withNull(stored));
}

function withoutNull(_key: string, value: unknown): unknown {
  return value ?? undefined;
}

const Part = z.looseObject({});
const StoredForm = z.looseObject({
  people: z.array(Part),
  head: Part,
  spending: z.array(Part),
  property: Part,
  exclusions: Part,
  accident: Part.nullish(),
});

const BLANK = blankForm();
const BLANK_PERSON = blankPerson({ id: null, role: 'member', relation: 'other' });

function withNull(stored: z.infer<typeof StoredForm>): unknown {
  const { people, head, spending, property, exclusions, accident } = stored;
  return {
    ...BLANK,
    ...stored,
    people: people.map((person) => ({ ...BLANK_PERSON, ...person })),
    head: { ...BLANK.head, ...head },
    spending: spending.map((row) => ({ note: null, ...row })),
    property: { ...BLANK.property, ...property },
    exclusions: { ...BLANK.exclusions, ...exclusions },
    accident: accident === null || accident === undefined ? null : { note: null, ...accident },
  };
}
