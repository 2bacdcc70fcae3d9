import { AppError } from '#core/app-error.ts';

import { isContactPhone } from '../rules/contact-phone.ts';

/** As much of the field cipher as the contact's phone needs. */
export interface PhoneCipher {
  readonly encrypt: (plain: string, context: string) => string;
  readonly decrypt: (text: string, context: string) => string;
}

/** Bound to its row, so that a number copied to another union is found out. */
function phoneContext(unionId: number): string {
  return `unions.contact_phone:${unionId}`;
}

export function decryptPhone(
  cipher: PhoneCipher,
  union: { readonly id: number; readonly contactPhoneSecret: string | null },
): string | null {
  const { id, contactPhoneSecret } = union;
  return contactPhoneSecret === null ? null : cipher.decrypt(contactPhoneSecret, phoneContext(id));
}

/** @throws AppError `invalid` `union.contact_phone_invalid`. */
export function sealPhone(cipher: PhoneCipher, unionId: number, phone: string): string {
  if (!isContactPhone(phone)) throw new AppError('invalid', 'union.contact_phone_invalid');
  return cipher.encrypt(phone, phoneContext(unionId));
}
