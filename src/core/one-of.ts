/** A code the database gave as one of the words it may be. */
export function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new RangeError(`not one of ${words.join(', ')}: ${text}`);
  return word;
}

export function oneOfOrNull<Word extends string>(
  words: readonly Word[],
  text: string | null,
): Word | null {
  return text === null ? null : oneOf(words, text);
}
