import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { hasProof, toProofText } from '../rules/proof-of-work.ts';

/** Between two looks at the clock the page stays responsive. */
const TRIES_A_SLICE = 4000;

/** Looks for a proof of work in slices, so that the page stays alive meanwhile. */
export async function findProof(
  challenge: string,
  bits: number,
): Promise<{ readonly challenge: string; readonly nonce: string }> {
  for (let nonce = 0; ; nonce += 1) {
    const digest = sha256(utf8ToBytes(toProofText(challenge, String(nonce))));
    if (hasProof(bytesToHex(digest), bits)) return { challenge, nonce: String(nonce) };
    if (nonce % TRIES_A_SLICE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}
