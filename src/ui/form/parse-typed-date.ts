import { plainDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

const TYPED_DAY =
  /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?$|^(\d{4})(\d{2})(\d{2})$/;

/** Reads a day as people type it: 2023-4-13, 2023/4/13, 2023.4.13, 2023年4月13日, 20230413. */
export function parseTypedDate(text: string): PlainDate | undefined {
  const match = TYPED_DAY.exec(text.normalize('NFKC').trim());
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).filter((part) => part !== undefined);
  return plainDate(Number(year), Number(month), Number(day));
}
