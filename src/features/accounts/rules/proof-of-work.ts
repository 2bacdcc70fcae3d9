/**
 * A proof of work: the browser looks for a text to add to the server's challenge until the SHA-256 of
 * both begins with enough zero bits. The hashing is done where it is quick, on either side.
 */
export function toProofText(challenge: string, nonce: string): string {
  return `${challenge}:${nonce}`;
}

/** Whether a digest in hexadecimal begins with so many zero bits. */
export function hasProof(digestHex: string, bits: number): boolean {
  return /^[0-9a-f]+$/i.test(digestHex) && countLeadingZeroBits(digestHex) >= bits;
}

function countLeadingZeroBits(hex: string): number {
  const zeros = /^0*/.exec(hex)?.[0].length ?? 0;
  const next = hex[zeros];
  // clz32 counts in 32 bits; a hexadecimal digit has 4 of them.
  return zeros * 4 + (next === undefined ? 0 : Math.clz32(Number.parseInt(next, 16)) - 28);
}
