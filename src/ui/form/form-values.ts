import type { z } from 'zod';

import { issueText } from '#core/issue-text.ts';
import type { DescribeCode } from '#core/issue-text.ts';

export type FormValues = Record<string, unknown>;
/** Where a field's value lies: `name`, or `['contacts', 0, 'phone']`. */
export type FieldName = string | readonly (string | number)[];

/** `contacts.0.phone` */
export function fieldPath(name: FieldName): string {
  return typeof name === 'string' ? name : name.join('.');
}

/** What the schema should see: no blanks, for a field left empty was not given. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutBlanks(item));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => !isBlank(part))
      .map(([key, part]) => [key, withoutBlanks(part)]),
  );
}

export interface CheckedValues<Output> {
  readonly output: Output | undefined;
  /** First sentence of each field, by dotted path; the whole form's is under ''. */
  readonly errors: ReadonlyMap<string, string>;
}

/** Parses what the form holds; a field left empty where the schema wants one reads 请填写. */
export function checkValues<Output>(
  schema: z.ZodType<Output>,
  values: unknown,
  describeCode?: DescribeCode,
): CheckedValues<Output> {
  const given = withoutBlanks(values);
  const result = schema.safeParse(given);
  if (result.success) return { output: result.data, errors: new Map() };
  const errors = new Map<string, string>();
  for (const issue of result.error.issues) {
    const keys = issue.path.map(String);
    const path = keys.join('.');
    const text = isBlank(valueAt(given, keys)) ? blankText(issue, describeCode) : undefined;
    if (!errors.has(path)) errors.set(path, text ?? issueText(issue, describeCode));
  }
  return { output: undefined, errors };
}

/** Whether the schema refuses to have nothing at this place. */
export function isRequiredAt(schema: z.ZodType, name: FieldName): boolean {
  // Every row of a list is asked for the same.
  const path = fieldPath(name).replaceAll(/\.\d+(?=\.|$)/g, '.0');
  const result = schema.safeParse(nestedBlank(path.split('.')));
  return (
    !result.success &&
    result.error.issues.some((issue) => issue.path.map(String).join('.') === path)
  );
}

/** A cross-field rule at an empty field still says its own sentence. */
function blankText(issue: z.core.$ZodIssue, describeCode?: DescribeCode): string | undefined {
  if (issue.code === 'custom') return issueText(issue, describeCode);
  return issue.code === 'invalid_value' ? '请选择' : '请填写';
}

/** An object that reaches the place's parent and holds nothing there. */
function nestedBlank(keys: readonly string[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined || rest.length === 0) return {};
  if (rest[0] === '0') return { [key]: [nestedBlank(rest.slice(1))] };
  return { [key]: nestedBlank(rest) };
}

function valueAt(values: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isPlainObject(value) ? value[key] : undefined;
  }, values);
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
