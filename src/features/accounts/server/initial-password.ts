import { randomInt } from 'node:crypto';

/** Without signs that look alike when read from paper. */
const CAPITALS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const SMALL = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';
const ALL = CAPITALS + SMALL + DIGITS;
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A password to hand over once: `Kd7p-mRwQ-39Xt`, three kinds of signs and the dashes. */
export function newInitialPassword(): string {
  for (;;) {
    const signs = Array.from({ length: GROUPS * GROUP_LENGTH }, () =>
      ALL.charAt(randomInt(ALL.length)),
    ).join('');
    if (!/[A-Z]/.test(signs) || !/[a-z]/.test(signs) || !/[0-9]/.test(signs)) continue;
    return (signs.match(/.{4}/g) ?? []).join('-');
  }
}
