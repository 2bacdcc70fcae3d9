import { AppError } from '#core/app-error.ts';

import type { Keyring } from './keyring.ts';
import { seal, unreadable, unseal } from './sealed-bytes.ts';

/** Encrypts single values of the database. */
export interface FieldCipher {
  /**
   * @param context names the place of the value, such as `accounts.phone:<row id>`: elsewhere it
   *   cannot be read, so that a value copied to another row is found out.
   * @returns `1:<key id>:<base64url>`, different at each call.
   */
  encrypt(plain: string, context: string): string;
  /** @throws AppError `secrets.unreadable` or `secrets.unknown_key`. */
  decrypt(text: string, context: string): string;
  /** @throws AppError `secrets.unreadable` when the text has not the form of an encrypted value. */
  keyIdOf(text: string): string;
  /** Whether it was written with another key than the active one. */
  needsRotation(text: string): boolean;
}

const VERSION = '1';
const FORM = /^1:([a-z0-9-]+):([A-Za-z0-9_-]+)$/;

export function createFieldCipher(keyring: Keyring): FieldCipher {
  return {
    encrypt: (plain, context) => {
      const key = keyring.sealKey('field');
      const sealed = seal(key, Buffer.from(plain), associated(key.keyId, context));
      return `${VERSION}:${key.keyId}:${sealed.toString('base64url')}`;
    },
    decrypt: (text, context) => {
      const { keyId, sealed } = split(text);
      const key = keyring.sealKey('field', keyId);
      try {
        return unseal(key, sealed, associated(keyId, context)).toString();
      } catch (cause) {
        throw new AppError('unavailable', 'secrets.unreadable', { context }, cause);
      }
    },
    keyIdOf: (text) => split(text).keyId,
    needsRotation: (text) => split(text).keyId !== keyring.activeKeyId,
  };
}

function associated(keyId: string, context: string): string {
  return `field:${VERSION}:${keyId}:${context}`;
}

function split(text: string): { keyId: string; sealed: Buffer } {
  const [, keyId, body] = FORM.exec(text) ?? [];
  if (keyId === undefined || body === undefined) throw unreadable();
  const sealed = Buffer.from(body, 'base64url');
  // The last digit has spare bits; only one spelling of the same bytes is ours.
  if (sealed.toString('base64url') !== body) throw unreadable();
  return { keyId, sealed };
}
