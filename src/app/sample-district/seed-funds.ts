import { yuan } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { day, yearOf } from '#core/plain-date.ts';
import { SAMPLE_BUDGET, SAMPLE_FUND } from '#features/fund-years/rules/sample-budget.ts';
import type { FundSource } from '#features/fund-years/rules/year-records.ts';
import { SOURCE_KIND_NAMES } from '#features/funds/messages.ts';
import { SOURCE_KINDS } from '#features/funds/rules/fund-words.ts';
import type { SourceKind } from '#features/funds/rules/fund-words.ts';
import {
  decideAdjustment,
  proposeAdjustment,
} from '#features/funds/server/commands/adjust-budget.ts';
import { addSource, openFundYear } from '#features/funds/server/commands/open-fund-year.ts';
import { recordEntry } from '#features/funds/server/commands/record-entries.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

const NOTE = '样例数据';
const KINDS = { 年初预算: 'initial', 到位: 'received' } as const;

/** Budget, adjustments and receipts of the sample year, and a budget of this year for the sample's cases. */
export async function seedFunds(context: Context): Promise<void> {
  const { id: unionId } = await context.transaction
    .selectFrom('unions')
    .select('id')
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow();
  await seedSampleYear(context, unionId);
  const today = toChinaDay(context.now);
  if (yearOf(today) > SAMPLE_FUND.year) await seedThisYear(context, unionId, today);
}

async function seedSampleYear(context: Context, unionId: number): Promise<void> {
  const fundYearId = await openFundYear(context, {
    unionId,
    year: SAMPLE_FUND.year,
    isSample: true,
  });
  const sources = await addSources(context, fundYearId, ['财政预算资金', '工会经费']);
  for (const { item, source, amountFen, date, documentNumber, note } of SAMPLE_BUDGET) {
    const sourceId = sources.get(source);
    if (sourceId === undefined) throw new Error(`the sample year has no source ${source}`);
    const facts = { happenedOn: date, document: documentNumber ?? NOTE };
    if (item !== '预算调整') {
      const entry = {
        ...facts,
        sourceId,
        kind: KINDS[item],
        amountFen,
        note: `${NOTE}：${note ?? ''}`,
      };
      await recordEntry(context, entry);
      continue;
    }
    const wish = { ...facts, reason: `${NOTE}：${note ?? ''}`, lines: [{ sourceId, amountFen }] };
    const id = await proposeAdjustment(await as(context, 'quban'), { fundYearId, wish });
    const decision = { isApproved: true, note: NOTE };
    await decideAdjustment(await as(context, 'qushenpi'), { id, decision });
  }
}

/** Enough for every case of the sample: the same sources, of about the initial size. */
async function seedThisYear(context: Context, unionId: number, today: PlainDate): Promise<void> {
  const year = yearOf(today);
  const fundYearId = await openFundYear(context, { unionId, year, isSample: true });
  const sources = await addSources(context, fundYearId, ['财政预算资金', '工会经费']);
  const happenedOn = day(`${year}-01-01`);
  for (const [source, amount] of [
    ['财政预算资金', 60_000],
    ['工会经费', 440_000],
  ] as const) {
    const sourceId = sources.get(source) ?? 0;
    for (const kind of ['initial', 'received'] as const) {
      const facts = { amountFen: yuan(amount), happenedOn, document: '样例，无文号', note: NOTE };
      await recordEntry(context, { sourceId, kind, ...facts });
    }
  }
}

async function addSources(
  context: Context,
  fundYearId: number,
  names: readonly FundSource[],
): Promise<ReadonlyMap<FundSource, number>> {
  const ids = new Map<FundSource, number>();
  for (const name of names) {
    const source = { kind: kindOf(name), name, fileTiers: [], aidTypes: [] };
    ids.set(name, await addSource(context, { fundYearId, source }));
  }
  return ids;
}

function kindOf(name: FundSource): SourceKind {
  return SOURCE_KINDS.find((kind) => SOURCE_KIND_NAMES[kind] === name) ?? 'other';
}

/** Adjustments take two people, in the sample as well. */
async function as(context: Context, username: string): Promise<Context> {
  const { id, displayName } = await context.transaction
    .selectFrom('accounts')
    .select(['id', 'displayName'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return { ...context, actor: { ...context.actor, accountId: id, name: displayName } };
}
