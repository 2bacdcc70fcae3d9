import { createHash, randomBytes } from 'node:crypto';

/** What the cookie holds: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of it: someone who reads the table cannot act with it. */
export function digestToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
