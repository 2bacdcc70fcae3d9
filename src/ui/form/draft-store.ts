import { fieldPath } from './form-values.ts';
import type { FieldName, FormValues } from './form-values.ts';

export interface Draft {
  readonly values: FormValues;
  readonly savedAt: Date;
}

export interface DraftStore {
  readonly find: (now: Date) => Draft | undefined;
  readonly save: (values: FormValues, now: Date) => void;
  readonly clear: () => void;
}

const PREFIX = 'songnuan.draft.';
const KEPT_DAYS = 7;
const MS_PER_DAY = 86_400_000;

/**
 * One form's unsent values in the browser; never the fields named in `secret`. A full or forbidden
 * storage loses the draft, not the form.
 */
export function draftStore(
  storage: Storage,
  key: string,
  secret: () => readonly FieldName[] = () => [],
): DraftStore {
  const name = PREFIX + key;
  return {
    find: (now) => {
      const draft = parseDraft(attempt(() => storage.getItem(name)));
      if (draft === undefined) return undefined;
      const age = now.getTime() - draft.savedAt.getTime();
      return age > KEPT_DAYS * MS_PER_DAY ? undefined : draft;
    },
    save: (values, now) => {
      const kept = withoutSecrets(values, new Set(secret().map(fieldPath)));
      attempt(() =>
        storage.setItem(name, JSON.stringify({ values: kept, savedAt: now.toISOString() })),
      );
    },
    clear: () => {
      attempt(() => storage.removeItem(name));
    },
  };
}

/** For signing out: the next person at this computer must not find what the last one typed. */
export function clearDrafts(storage: Storage): void {
  for (const name of Object.keys(storage)) {
    if (name.startsWith(PREFIX)) storage.removeItem(name);
  }
}

function parseDraft(text: string | null | undefined): Draft | undefined {
  const parsed: unknown = attempt(() => JSON.parse(text ?? 'null'));
  if (!isRecord(parsed) || !isRecord(parsed['values'])) return undefined;
  const savedAt = new Date(String(parsed['savedAt']));
  if (Number.isNaN(savedAt.getTime())) return undefined;
  return { values: parsed['values'], savedAt };
}

function withoutSecrets(
  values: FormValues,
  secret: ReadonlySet<string>,
  parent: string = '',
): FormValues {
  const kept = Object.entries(values).filter(([key]) => !secret.has(parent + key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, insideWithoutSecrets(value, secret, `${parent}${key}.`)]),
  );
}

function insideWithoutSecrets(
  value: unknown,
  secret: ReadonlySet<string>,
  parent: string,
): unknown {
  if (Array.isArray(value)) {
    return value.map((row: unknown, index) =>
      insideWithoutSecrets(row, secret, `${parent}${index}.`),
    );
  }
  return isRecord(value) ? withoutSecrets(value, secret, parent) : value;
}

/** Storage throws where the browser forbids it. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
