import { expect } from 'vitest';

import { BUILT_IN_POLICIES } from '#features/policies/rules/built-in-policies.ts';
import type { AidClass } from '#features/policies/rules/policy-version.ts';
import { addBuiltInPolicy } from '#features/policies/server/commands/add-built-in-policy.ts';

import type { TestClient, TestReply } from './api.ts';
import { asActor } from './context.ts';
import { openedFile } from './household-stage.ts';
import { openServedApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

/** People at every desk of the way from the first grassroots union to the district. */
export interface ApplicationStage {
  readonly api: ServedApi;
  readonly officer: TestClient;
  readonly chair: TestClient;
  readonly town: TestClient;
  readonly district: TestClient;
  readonly approver: TestClient;
  readonly otherApprover: TestClient;
  readonly close: () => Promise<void>;
}

/** Money enough for whatever a test grants. */
const FUND = `
  with y as (insert into fund_years (union_id, year) select id, 2026 from unions where code = 'D' returning id, union_id),
    s as (insert into fund_sources (fund_year_id, union_id, year, kind, name)
      select id, union_id, 2026, 'union', '工会经费' from y returning id, union_id)
  insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, recorded_by_name)
    select id, union_id, kind, 100000000, '2026-01-01', '样例' from s, unnest(array['initial', 'received']) kind`;

/** The minimum living standard of the tests, in yuan a month. */
const LIVING_YUAN = 1238;

export async function openApplicationStage(): Promise<ApplicationStage> {
  const api = await openServedApi();
  await asActor(api.database, {}, addBuiltInPolicy);
  await api.owner.pool.query(
    `insert into setting_entries (key, value, valid_from, reason)
      values ('households.minimum_living_yuan', to_jsonb($1::int), '2020-01-01', '测试所需的理由')`,
    [LIVING_YUAN],
  );
  await api.owner.pool.query(FUND);
  return {
    api,
    officer: await api.asRole('grassroots_officer', 'G11'),
    chair: await api.asRole('grassroots_chair', 'G11'),
    town: await api.asRole('town_reviewer', 'T1'),
    district: await api.asRole('district_officer', 'D'),
    approver: await api.asRole('district_approver', 'D'),
    otherApprover: await api.asRole('district_approver', 'D'),
    close: () => api.close(),
  };
}

export interface CaseWish {
  readonly aidType: string;
  readonly aidClass: string | null;
  readonly round: { readonly year: number; readonly quarter: number } | null;
  readonly eventId: number | null;
  readonly event: object | null;
  readonly requestedFen: number | null;
  readonly specialReason: string | null;
  readonly facts: object;
}

const FACTS = {
  story: '样例：收入骤减，难以维持生活',
  illness: null,
  selfPaidFen: null,
  aidElsewhere: null,
  relativesInUnion: null,
};

export function aWish(overrides: Partial<CaseWish> = {}): CaseWish {
  return {
    aidType: '季度救助',
    aidClass: 'Q1',
    round: { year: 2026, quarter: 1 },
    eventId: null,
    event: null,
    requestedFen: 600_00,
    specialReason: null,
    facts: FACTS,
    ...overrides,
  };
}

/** Emergency aid for an event of its own: no notice stands between the desks. */
export function anEmergency(overrides: Partial<CaseWish> = {}): CaseWish {
  return aWish({
    aidType: '紧急救助',
    aidClass: 'E1b',
    round: null,
    event: { kind: 'disaster', happenedOn: '2026-02-20', description: '样例：住房进水，家具损坏' },
    requestedFen: 1500_00,
    ...overrides,
  });
}

export interface StagedCase {
  readonly id: number;
  readonly version: number;
  readonly householdId: number;
  readonly number: string;
}

/** A draft with everything that is asked of it: papers, consents. */
export async function aDraft(
  { api, officer }: ApplicationStage,
  wish: CaseWish = aWish(),
  family?: { readonly householdId: number; readonly personId: number },
): Promise<StagedCase> {
  const file = family ?? (await aFamilyOnFile(officer, api.unions.G11));
  const drafted = await officer.post('/api/applications', { ...wish, ...file });
  expect(drafted.body).toMatchObject({ state: 'draft' });
  const { id, number } = drafted.body;
  await fillPapers(api, id, wish.aidClass);
  const kinds = ['personal_information', 'economic_check', 'publication'];
  const consents = await officer.post(`/api/applications/${id}/consents`, {
    kinds,
    textVersion: '2026-01',
  });
  expect(consents.status).toBe(200);
  return { id, number, version: consents.body.version, householdId: file.householdId };
}

export async function aFamilyOnFile(
  client: TestClient,
  unionId: number,
): Promise<{ readonly householdId: number; readonly personId: number }> {
  const file = await openedFile(client, unionId);
  const [head] = file.form.people;
  return { householdId: file.id, personId: head?.id ?? 0 };
}

/** One file stands for every paper. */
async function fillPapers(api: ServedApi, id: number, aidClass: string | null): Promise<void> {
  const [policy] = BUILT_IN_POLICIES;
  const papers = policy?.papers.filter(
    ({ classes }) => classes.length === 0 || classes.includes(aidClass as AidClass),
  );
  await api.owner.pool.query(
    `with file as (insert into stored_files (union_id, digest, file_name, media_type, byte_length, subject, subject_id)
        select union_id, repeat('ab', 32), '样例材料.pdf', 'application/pdf', 10, 'application', id::text
        from applications where id = $1 returning id, union_id)
      insert into application_papers (application_id, paper, file_id, union_id)
        select $1, paper, file.id, file.union_id from file, unnest($2::text[]) paper`,
    [id, papers?.map(({ code }) => code)],
  );
}

/** One act; the version is that of the moment. */
export async function act(
  client: TestClient,
  seat: 'filing' | 'grassroots' | 'town' | 'district' | 'approval',
  id: number,
  body: { readonly action: string } & Readonly<Record<string, unknown>>,
): Promise<TestReply> {
  const { body: found } = await client.get(`/api/applications/${id}`);
  return client.post(`/api/applications/${id}/${seat}-acts`, {
    version: found.version,
    opinion: '情况属实，同意',
    ...body,
  });
}

/** What a desk that passes a case says. */
export const PASSING = { amountFen: 600_00, meetsConditions: true };

/** Drives an emergency case up to the desk of the approver. */
export async function toApproval(
  stage: ApplicationStage,
  { id }: StagedCase,
  amountFen: number,
): Promise<void> {
  const said = { amountFen, meetsConditions: true };
  for (const [client, seat, action] of [
    [stage.officer, 'filing', 'submit'],
    [stage.officer, 'grassroots', 'accept'],
    [stage.officer, 'grassroots', 'pass_grassroots'],
    [stage.town, 'town', 'pass_town'],
    [stage.district, 'district', 'pass_district'],
  ] as const) {
    const reply = await act(client, seat, id, { action, ...said });
    expect(reply.body).toMatchObject({ id });
    expect(reply.status).toBe(200);
  }
}
