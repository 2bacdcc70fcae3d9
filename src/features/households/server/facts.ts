import { HouseholdForm } from '../rules/household-form.ts';
import type { HouseholdKeys } from './household-keys.ts';

/** Bound to its row, so that a form copied to another version is found out. */
const contextOf = (versionId: number): string => `households.facts:${versionId}`;

export function sealFacts(
  { cipher }: Pick<HouseholdKeys, 'cipher'>,
  versionId: number,
  form: HouseholdForm,
): string {
  return cipher.encrypt(JSON.stringify(form), contextOf(versionId));
}

export function openFacts(
  { cipher }: Pick<HouseholdKeys, 'cipher'>,
  { id, factsSecret }: { readonly id: number; readonly factsSecret: string },
): HouseholdForm {
  return HouseholdForm.parse(JSON.parse(cipher.decrypt(factsSecret, contextOf(id))));
}
