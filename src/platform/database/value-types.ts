import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';

type Parse = (text: string) => unknown;

/** By the type's number in PostgreSQL; the driver knows no names for arrays. */
const OWN_PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [20, toSafeInteger], // int8
  [1016, (text) => splitArray(text).map(toSafeInteger)], // int8[]
  [1082, (text) => text], // date
  [1182, splitArray], // date[]
  [1231, splitArray], // numeric[]
]);

/**
 * How values arrive: a day as ISO text (the driver would make it a moment in the local zone), a whole
 * number of 64 bits as a number, a decimal as text.
 */
export const VALUE_TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: Parameters<typeof types.getTypeParser>[0], format?: 'text' | 'binary') => {
    if (format === 'binary') return types.getTypeParser(oid, 'binary');
    return OWN_PARSERS.get(oid) ?? types.getTypeParser(oid, 'text');
    // The driver's own declaration overloads on the format, which a function expression cannot state.
  }) as CustomTypesConfig['getTypeParser'],
};

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`not exact as a number: ${text}`);
  return value;
}

/** Of days and numbers only, which need no quotes. */
function splitArray(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
