import type { HouseholdForm } from '#features/households/rules/household-form.ts';
import { BUILT_IN_POLICIES } from '#features/policies/rules/built-in-policies.ts';
import type { AidClass } from '#features/policies/rules/policy-version.ts';

import type { TestClient, TestReply } from './api.ts';
import { aFamily } from './household-stage.ts';
import { multipartOf } from './multipart.ts';
import { aFamilyOnFile, aWish } from './staged-cases.ts';
import type { ApplicationStage } from './staged-cases.ts';

export interface StagedWorker {
  readonly client: TestClient;
  readonly householdId: number;
  readonly personId: number;
}

/** A worker of G11 whose family is on file. */
export async function aWorker({ api, officer }: ApplicationStage): Promise<StagedWorker> {
  const client = await api.asRole('worker', 'G11');
  const family = await aFamilyOnFile(officer, api.unions.G11);
  await api.owner.pool.query(
    `insert into worker_accounts (account_id, union_id, person_id, way, registered_at)
      values ($1, $2, $3, 'invitation', now())`,
    [client.accountId, api.unions.G11, family.personId],
  );
  return { client, ...family };
}

/** A text file that the store takes for a paper. */
export function addFile(client: TestClient, id: number, paper: string): Promise<TestReply> {
  return client.send({
    method: 'POST',
    url: `/api/my/applications/${id}/files`,
    ...multipartOf(Buffer.from(`样例材料 ${paper} ${id}`), { paper }),
  });
}

export async function addEveryPaper(
  client: TestClient,
  id: number,
  aidClass: AidClass,
): Promise<void> {
  const [policy] = BUILT_IN_POLICIES;
  const papers = policy?.papers ?? [];
  for (const { code, classes } of papers) {
    if (classes.length === 0 || classes.includes(aidClass)) await addFile(client, id, code);
  }
}

export const CONSENTS = {
  kinds: ['personal_information', 'economic_check', 'publication'],
  textVersion: '2026-1',
};

export async function giveConsents(client: TestClient, id: number): Promise<TestReply> {
  return client.post(`/api/my/applications/${id}/consents`, CONSENTS);
}

/** A draft with everything that is asked of it. */
export async function aWholeDraft(
  client: TestClient,
  wish: object = aWish(),
): Promise<{ readonly id: number; readonly version: number }> {
  const { body } = await client.post('/api/my/applications', wish);
  await addEveryPaper(client, body.id, body.aidClass);
  const { body: whole } = await giveConsents(client, body.id);
  return whole;
}

/** The family as its worker tells it, who is the head. */
export function anOwnFamily(name: string): HouseholdForm {
  const form = aFamily();
  const people = form.people.map((one) => (one.role === 'head' ? { ...one, name } : one));
  return { ...form, people };
}
