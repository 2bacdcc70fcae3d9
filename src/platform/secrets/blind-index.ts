import { createHmac } from 'node:crypto';

import type { Keyring } from './keyring.ts';

/**
 * Turns a value into a mark by which equal values are found although they are stored encrypted.
 * @param purpose the column, such as `accounts.phone`: the same value has other marks elsewhere.
 * @param normalizedValue as it is compared: trimmed, one case, half-width.
 * @returns 32 hexadecimal digits, the same before and after a rotation.
 */
export type BlindIndex = (purpose: string, normalizedValue: string) => string;

const DIGITS = 32;

export function createBlindIndex(keyring: Keyring): BlindIndex {
  const key = keyring.macKey('blind-index');
  return (purpose, normalizedValue) => {
    // The length keeps the two texts apart, whatever is in them.
    const text = `${purpose.length}:${purpose}:${normalizedValue}`;
    return createHmac(keyring.macDigest, key).update(text).digest('hex').slice(0, DIGITS);
  };
}
