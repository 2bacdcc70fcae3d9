import type { BlindIndex } from '#platform/secrets/blind-index.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

export interface PhoneKeys {
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
}

/** What is stored of a phone: encrypted, bound to its row, and a mark by which it is found. */
export function toStoredPhone(
  { cipher, blindIndex }: PhoneKeys,
  accountId: number,
  phone: string | null,
): { readonly phoneSecret: string | null; readonly phoneIndex: string | null } {
  if (phone === null) return { phoneSecret: null, phoneIndex: null };
  return {
    phoneSecret: cipher.encrypt(phone, contextOf(accountId)),
    phoneIndex: toPhoneIndex(blindIndex, phone),
  };
}

export function toPhoneIndex(blindIndex: BlindIndex, phone: string): string {
  return blindIndex('accounts.phone', phone.replaceAll(/\D/g, ''));
}

export function readPhone(
  cipher: FieldCipher,
  accountId: number,
  phoneSecret: string | null,
): string | null {
  return phoneSecret === null ? null : cipher.decrypt(phoneSecret, contextOf(accountId));
}

/** `138****0000` */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/[ -]/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

function contextOf(accountId: number): string {
  return `accounts.phone:${accountId}`;
}
