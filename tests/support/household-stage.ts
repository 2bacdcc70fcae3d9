import { expect } from 'vitest';

import { toPersonKey } from '#core/identity-number.ts';
import { fen } from '#core/money.ts';
import type { HouseholdForm, PersonForm } from '#features/households/rules/household-form.ts';

import type { TestClient, TestReply } from './api.ts';
import { aForm, aHead, aPerson } from './household-form.ts';

let serials = 0;

/** A sound number of 18 places, another one each time: born on 1 January 1990, a man. */
export function newIdentity(): string {
  serials += 2;
  return toPersonKey(`440118900101${String(serials - 1).padStart(3, '0')}`);
}

/** A head with numbers and an illness, and a brother with a wage. */
export function aFamily(overrides: Partial<HouseholdForm> = {}): HouseholdForm {
  const form = aForm();
  const head = aHead({
    identityNumber: newIdentity(),
    phone: '13800138000',
    health: 'cancer',
    illness: '样例病种',
  });
  return {
    ...form,
    people: [head, aPerson({ name: '样例乙', identityNumber: newIdentity() })],
    head: { ...form.head, address: '样例区样例镇样例路1号' },
    income: [
      { person: 0, kind: 'wage', yearly: fen(1_200_000) },
      { person: 1, kind: 'wage', yearly: fen(1_000_000) },
    ],
    cardNumber: '6222020000000000009',
    ...overrides,
  };
}

export const REASON = '测试所需的理由';

export function openFile(
  client: TestClient,
  unionId: number,
  form: HouseholdForm = aFamily(),
): Promise<TestReply> {
  const body = { unionId, form, openedOn: '2026-01-12', reason: REASON };
  return client.post('/api/households', body);
}

/** The file as it was opened. */
export async function openedFile(
  client: TestClient,
  unionId: number,
  form?: HouseholdForm,
): Promise<OpenedFile> {
  const reply = await openFile(client, unionId, form);
  expect(reply.body).toMatchObject({ version: 1 });
  expect(reply.status).toBe(200);
  return reply.body;
}

/** As much of a file as tests ask for. */
export interface OpenedFile {
  readonly id: number;
  readonly version: number;
  readonly fileNumber: string;
  readonly form: HouseholdForm & { readonly people: (PersonForm & { readonly id: number })[] };
}
