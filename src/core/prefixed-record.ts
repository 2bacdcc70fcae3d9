type Prefixed<Prefix extends string, Key extends string, Value> = {
  readonly [K in Key as `${Prefix}_${K}`]: Value;
};

/** One value a word, under the word with a prefix: `income` and `wage` make `income_wage`. */
export function prefixedRecord<const Prefix extends string, const Key extends string, Value>(
  prefix: Prefix,
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Prefixed<Prefix, Key, Value> {
  const entries = keys.map((key) => [`${prefix}_${key}`, valueOf(key)]);
  return Object.fromEntries(entries) as Prefixed<Prefix, Key, Value>;
}
