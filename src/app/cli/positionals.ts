import { AppError } from '#core/app-error.ts';

/** Exactly one argument without a flag. @throws AppError `invalid`. */
export function onePositional(positionals: readonly string[], name: string): string {
  const [value, extra] = positionals;
  if (value === undefined) throw new AppError('invalid', 'cli.missing_argument', { name });
  if (extra !== undefined) throw new AppError('invalid', 'cli.extra_argument', { value: extra });
  return value;
}

/** One of a few words. @throws AppError `invalid`. */
export function oneOf<Word extends string>(
  value: string,
  words: readonly Word[],
  flag: string,
): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new AppError('invalid', 'cli.not_an_option', { flag, value, options: words.join('、') });
}
