export interface FactChange {
  /** Dotted: `head.blockNo`. */
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly isChanged: boolean;
}

type Facts = Readonly<Record<string, unknown>> | null;

/** Before and after side by side, one line a value; what is on one side only has undefined on the other. */
export function compareFacts(before: Facts, after: Facts): FactChange[] {
  const old = new Map(flatten(before ?? {}));
  const now = new Map(flatten(after ?? {}));
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => ({
    key,
    before: old.get(key),
    after: now.get(key),
    isChanged: JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)),
  }));
}

function flatten(facts: object, parent: string = ''): [string, unknown][] {
  return Object.entries(facts).flatMap(([key, value]: [string, unknown]): [string, unknown][] =>
    isPlainObject(value) ? flatten(value, `${parent}${key}.`) : [[`${parent}${key}`, value]],
  );
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
