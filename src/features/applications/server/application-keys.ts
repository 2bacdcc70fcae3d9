import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

import { ApplicationFacts } from '../rules/application-inputs.ts';

/** What secrets of applications are sealed with. */
export interface ApplicationKeys {
  readonly cipher: Pick<FieldCipher, 'encrypt' | 'decrypt'>;
}

/** Bound to its row, so that facts copied to another application are found out. */
const contextOf = (id: number): string => `applications.facts:${id}`;

export function sealFacts(
  { cipher }: ApplicationKeys,
  id: number,
  facts: ApplicationFacts,
): string {
  return cipher.encrypt(JSON.stringify(facts), contextOf(id));
}

export function openFacts(
  { cipher }: ApplicationKeys,
  id: number,
  secret: string,
): ApplicationFacts {
  return ApplicationFacts.parse(JSON.parse(cipher.decrypt(secret, contextOf(id))));
}
