/** The older version of a comparison, as the address names it. */
export function readComparisonSearch(search: Readonly<Record<string, unknown>>): {
  readonly withId: number;
} {
  const withId = Number(search['withId']);
  return { withId: Number.isSafeInteger(withId) && withId > 0 ? withId : 1 };
}
