import { beforeEach, describe, expect, test } from 'vitest';

import { clearDrafts, draftStore } from './draft-store.ts';

const NOON = new Date('2026-03-02T04:00:00Z');
const days = (count: number): Date => new Date(NOON.getTime() + count * 86_400_000);

/** As a browser keeps it, in memory. */
function memory(): Storage {
  const kept: Record<string, string> = {};
  const api = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  };
  return new Proxy(kept, {
    get: (target, key) => Reflect.get(api, key) ?? Reflect.get(target, key),
  }) as unknown as Storage;
}

let storage: Storage;
beforeEach(() => {
  storage = memory();
});

describe('a draft', () => {
  test('is found again as it was typed', () => {
    draftStore(storage, 'unions.create').save({ name: '区总', people: { count: 3 } }, NOON);
    const draft = draftStore(storage, 'unions.create').find(NOON);
    expect(draft).toEqual({ values: { name: '区总', people: { count: 3 } }, savedAt: NOON });
  });

  test('never holds a secret field, nested or not', () => {
    const store = draftStore(storage, 'account', () => ['password', ['owner', 'idNumber']]);
    store.save({ name: 'a', password: 'geheim', owner: { idNumber: 'geheim', age: 1 } }, NOON);
    expect(JSON.stringify(Object.values(storage))).not.toContain('geheim');
    expect(store.find(NOON)?.values).toEqual({ name: 'a', owner: { age: 1 } });
  });

  test('holds no secret field of a row', () => {
    const store = draftStore(storage, 'rows', () => [['people', 1, 'phone']]);
    store.save({ people: [{ phone: 'a' }, { phone: 'geheim', name: 'b' }] }, NOON);
    expect(store.find(NOON)?.values).toEqual({ people: [{ phone: 'a' }, { name: 'b' }] });
  });

  test('is forgotten after seven days', () => {
    const store = draftStore(storage, 'x');
    store.save({ a: 1 }, NOON);
    expect(store.find(days(7))).toBeDefined();
    expect(store.find(days(7.01))).toBeUndefined();
  });

  test.each(['', 'no json', '[]', '{"values":[]}', '{"values":{},"savedAt":"never"}'])(
    'that cannot be read (%j) is none',
    (text) => {
      storage.setItem('songnuan.draft.x', text);
      expect(draftStore(storage, 'x').find(NOON)).toBeUndefined();
    },
  );

  test('that the browser refuses to keep does not stop the form', () => {
    const full = {
      ...storage,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    } as Storage;
    expect(() => draftStore(full, 'x').save({}, NOON)).not.toThrow();
  });

  test('signing out clears drafts and leaves the rest', () => {
    draftStore(storage, 'x').save({ a: 1 }, NOON);
    storage.setItem('songnuan.large-text', 'yes');
    clearDrafts(storage);
    expect(Object.keys(storage)).toEqual(['songnuan.large-text']);
  });
});
