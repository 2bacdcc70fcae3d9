import { SIZE, TEXT_WIDTH } from './measures.ts';

/** Characters of a 2号 title in one line. */
const LINE_LENGTH = Math.floor(TEXT_WIDTH / (SIZE.hao2 * 10));

/** How far a line may end from its even share for the sake of the sense. */
const TOLERANCE = 4;

/** Where a title may end a line without tearing a word: before an opening or after a closing sign or a body's name. */
const BEFORE = /[（《“]/;
const AFTER = /[）》”、会局区镇的和年]/;

/**
 * Breaks a long title into lines of about equal length that end with the sense (GB/T 9704-2012, 7.3.1);
 * left to itself, the last line would hold a single character.
 */
export function balancedTitle(title: string): string {
  const characters = [...title];
  const lines = Math.ceil(characters.length / LINE_LENGTH);
  if (lines <= 1 || title.includes('\n')) return title;
  const share = Math.ceil(characters.length / lines);
  const end = bestEnd(characters, share);
  return `${characters.slice(0, end).join('')}\n${balancedTitle(characters.slice(end).join(''))}`;
}

function bestEnd(characters: readonly string[], share: number): number {
  for (let distance = 0; distance <= TOLERANCE; distance += 1) {
    for (const end of [share - distance, share + distance]) {
      if (end <= LINE_LENGTH && isSensibleEnd(characters, end)) return end;
    }
  }
  return share;
}

function isSensibleEnd(characters: readonly string[], end: number): boolean {
  return BEFORE.test(characters[end] ?? '') || AFTER.test(characters[end - 1] ?? '');
}
