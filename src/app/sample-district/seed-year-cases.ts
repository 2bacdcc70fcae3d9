import { yearOf } from '#core/plain-date.ts';
import { CONSENT_KINDS } from '#features/applications/rules/application-inputs.ts';
import { sealFacts } from '#features/applications/server/application-keys.ts';
import { SAMPLE_FUND } from '#features/fund-years/rules/sample-budget.ts';
import type { AidRow } from '#features/fund-years/rules/year-records.ts';
import { markIdentity } from '#features/households/server/household-keys.ts';
import { toQuarterIndex } from '#features/policies/rules/neighbouring-quarters.ts';
import { findPolicyInForce } from '#features/policies/server/commands/load-policy.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/database/insert-rows.ts';

import type { Services } from '../services.ts';
import { drawIds } from './draw-ids.ts';
import { listSampleSteps } from './sample-steps.ts';
import { findUnionCode } from './sample-year-families.ts';
import type { YearFamily } from './sample-year-families.ts';
import type { OpenedSample } from './seed-households.ts';

type Keys = Pick<Services, 'cipher' | 'blindIndex'>;

/** A row of the ledger with what stands for it in the database. */
interface YearCase {
  readonly id: number;
  readonly row: AidRow;
  readonly unionId: number;
  readonly unionName: string;
  readonly householdId: number;
  readonly personId: number;
  readonly policyId: number;
  readonly eventId: number | null;
}

const TEXT_OF_PAPER = '纸质同意书';

/** The cases of the sample year as the ledger tells them: with their steps, events, consents, grants and money. */
export async function seedYearCases(
  context: Context,
  keys: Keys,
  { aid, families, unions }: YearGround,
): Promise<void> {
  const cases = await toCases(context, aid, { aid, families, unions });
  await insertEvents(context, cases);
  await insertApplications(context, keys, cases);
  await insertHistory(context, cases);
  await insertGrants(context, keys, cases);
  await insertMoney(context, cases);
  const after = { year: SAMPLE_FUND.year, count: cases.length };
  await context.record({
    action: 'sample.cases_added',
    subject: 'application',
    subjectId: null,
    after,
  });
}

export interface YearGround {
  readonly aid: readonly AidRow[];
  readonly families: readonly OpenedSample<YearFamily>[];
  readonly unions: ReadonlyMap<string, number>;
}

async function toCases(
  { transaction }: Context,
  aid: readonly AidRow[],
  { families, unions }: YearGround,
): Promise<YearCase[]> {
  const policy = await findPolicyInForce(transaction, SAMPLE_FUND.cutoff);
  if (policy === undefined) throw new Error('no policy holds in the sample year');
  const byHousehold = new Map(families.map((one) => [one.household.ledgerHousehold, one.opened]));
  const ids = await drawIds(transaction, 'applications', aid.length);
  const eventIds = await drawIds(transaction, 'aid_events', aid.length);
  return aid.map((row, place) => {
    const file = byHousehold.get(row.household);
    const person = file?.form.people.find((one) => one.identityNumber === row.identityNumber);
    const unionId = unions.get(findUnionCode(row));
    const id = ids[place];
    const personId = person?.id ?? null;
    if (file === undefined || personId === null || unionId === undefined || id === undefined) {
      throw new Error(`${row.application} has no family on file`);
    }
    return {
      id,
      row,
      unionId,
      unionName: row.grassrootsUnion,
      householdId: file.id,
      personId,
      policyId: policy.id,
      eventId: row.event === null ? null : (eventIds[place] ?? null),
    };
  });
}

async function insertEvents({ transaction }: Context, cases: readonly YearCase[]): Promise<void> {
  const rows = cases.flatMap(({ eventId, householdId, unionId, row }) => {
    const { event, aidClass, appliedOn, district } = row;
    if (event === null || eventId === null) return [];
    const kind = EVENT_KINDS[aidClass] ?? 'other';
    const description = `${district.opinion?.split('，同意')[0] ?? ''}（样例）`;
    return [
      {
        id: eventId,
        householdId,
        unionId,
        number: event,
        kind,
        happenedOn: appliedOn,
        description,
      },
    ];
  });
  await insertRows(transaction, { table: 'aidEvents', rows });
}

const EVENT_KINDS: Readonly<Partial<Record<AidRow['aidClass'], string>>> = {
  E1a: 'disaster',
  E1b: 'disaster',
  E1c: 'accident',
  E2: 'bravery',
  E3: 'sudden_illness',
};

async function insertApplications(
  { transaction }: Context,
  keys: Keys,
  cases: readonly YearCase[],
): Promise<void> {
  const rows = cases.map((one) => {
    const { id, row, unionId, householdId, personId, policyId, eventId } = one;
    const amountFen = row.amountFen > 0 ? row.amountFen : null;
    const isPaid = row.status === '成功';
    return {
      id,
      number: row.application,
      unionId,
      householdId,
      personId,
      applicantName: row.name,
      isOnBehalf: true,
      aidType: row.aidType,
      aidClass: row.aidClass,
      roundIndex: roundOf(row),
      eventId,
      requestedFen: amountFen,
      proposedFen: amountFen,
      approvedFen: isPaid ? amountFen : null,
      specialReason: row.specialReason,
      source: isPaid ? row.source : null,
      policyVersionId: policyId,
      state: isPaid ? 'paid' : 'refused',
      appliedOn: row.appliedOn,
      districtReceivedOn: row.receivedOn,
      decidedOn: row.district.date,
      enteredOn: row.district.date ?? row.appliedOn,
      factsSecret: sealFacts(keys, id, FACTS),
      isSample: true,
    };
  });
  await insertRows(transaction, { table: 'applications', rows });
}

const FACTS = {
  story: '样例：由纸质审批表转录',
  illness: null,
  selfPaidFen: null,
  aidElsewhere: null,
  relativesInUnion: null,
};

function roundOf({ quarter }: AidRow): number | null {
  return quarter === null ? null : toQuarterIndex({ year: SAMPLE_FUND.year, quarter });
}

async function insertHistory({ transaction }: Context, cases: readonly YearCase[]): Promise<void> {
  const steps = cases.flatMap(({ id, row, unionId }) =>
    listSampleSteps(row).map(({ tier, isJudged, on, ...step }, place) => ({
      ...step,
      applicationId: id,
      unionId,
      number: place + 1,
      amountFen: isJudged && row.amountFen > 0 ? row.amountFen : null,
      meetsConditions: isJudged ? row.status !== '不予救助' : null,
      actorName: SIGNERS[step.action] ?? '样例经办',
      actorUnion: { grassroots: row.grassrootsUnion, town: row.townUnion, district: DISTRICT }[
        tier
      ],
      happenedOn: on,
      happenedAt: `${on}T10:00:00+08:00`,
    })),
  );
  await insertRows(transaction, { table: 'applicationSteps', rows: steps });
  const consents = cases.flatMap(({ id, row, unionId }) =>
    CONSENT_KINDS.map((kind) => ({
      applicationId: id,
      unionId,
      kind,
      textVersion: TEXT_OF_PAPER,
      givenBy: row.name,
      givenAt: `${row.appliedOn}T10:00:00+08:00`,
    })),
  );
  await insertRows(transaction, { table: 'applicationConsents', rows: consents });
}

const DISTRICT = SAMPLE_FUND.organization;
const SIGNERS: Readonly<Record<string, string>> = {
  submit: '样例基层经办',
  accept: '样例受理人',
  pass_grassroots: '样例基层主席',
  pass_town: '样例镇街审核',
  pass_district: '样例区经办',
  approve: '样例区审批',
  refuse: '样例区审批',
};

function listPaid(cases: readonly YearCase[]): readonly YearCase[] {
  return cases.filter(({ row }) => row.status === '成功');
}

async function insertGrants(
  { transaction }: Context,
  { blindIndex }: Keys,
  cases: readonly YearCase[],
): Promise<void> {
  const hardCapFen = (SAMPLE_FUND.minimumLivingFen ?? 0) * CAP_MONTHS;
  const rows = listPaid(cases).map(({ id, row, unionId, householdId, eventId }) => ({
    applicationId: id,
    unionId,
    householdId,
    personIndex: markIdentity(blindIndex, row.identityNumber),
    aidType: row.aidType,
    aidClass: row.aidClass,
    roundIndex: roundOf(row),
    eventId,
    amountFen: row.amountFen,
    year: yearOf(row.appliedOn),
    hardCapFen,
    approvedOn: row.district.date ?? row.appliedOn,
  }));
  await insertRows(transaction, { table: 'aidApprovals', rows });
}

/** 10 × 低保标准, as the policy of the year has it. */
const CAP_MONTHS = 10;

/** Granted, sent and paid, from the source of the ledger. */
async function insertMoney({ transaction }: Context, cases: readonly YearCase[]): Promise<void> {
  const sources = await transaction
    .selectFrom('fundSources')
    .select(['id', 'name', 'unionId'])
    .where('year', '=', SAMPLE_FUND.year)
    .execute();
  const byName = new Map(sources.map((source) => [source.name, source]));
  for (const kind of ['reserved', 'committed', 'spent'] as const) {
    const rows = listPaid(cases).map(({ id, row }) => {
      const source = byName.get(row.source);
      const on = kind === 'reserved' ? row.district.date : row.paidOn;
      if (source === undefined || on === null) throw new Error(`${row.application} has no money`);
      return {
        sourceId: source.id,
        unionId: source.unionId,
        kind,
        amountFen: row.amountFen,
        happenedOn: on,
        applicationId: id,
        recordedByName: '样例财务',
      };
    });
    await insertRows(transaction, { table: 'fundEntries', rows });
  }
}
