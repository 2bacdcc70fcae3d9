import type { HouseholdForm } from './household-form.ts';

/**
 * Paths whose value differs, in the order of the form: `head.address`, `income.0.yearly`. What stands on
 * one side only (a person, a row, an accident) is one path, not one for each of its fields.
 */
export function compareForms(before: HouseholdForm, after: HouseholdForm): string[] {
  return compareValues(before, after, '');
}

function compareValues(before: unknown, after: unknown, path: string): string[] {
  if (before === after) return [];
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [path];
  }
  const [left, right] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    compareValues(left.get(key), right.get(key), path === '' ? key : `${path}.${key}`),
  );
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
