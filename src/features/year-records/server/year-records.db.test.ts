import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { evaluateYear } from '#features/evaluations/rules/evaluate-year.ts';
import type { Evaluation } from '#features/evaluations/rules/evaluation.ts';
import { evaluateWorkbook } from '#features/evaluations/server/commands.ts';
import { sampleYear } from '#features/fund-years/rules/sample-year.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import { resolveFramework } from '#features/indicators/rules/resolve-framework.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import { asActor } from '#tests/support/context.ts';
import { openSeededDistrict } from '#tests/support/sample-district.ts';
import type { SeededDistrict } from '#tests/support/sample-district.ts';

import { YearExport } from '../rules/year-export-inputs.ts';
import { exportYear, loadYear } from './commands/export-year.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
const sample = sampleYear();
const WISH = YearExport.parse({
  year: 2023,
  cutoff: '2023-12-31',
  fundName: sample.fund.name,
  plannedRows: sample.fund.plannedRows,
  reason: '样例：核对口径',
});

let district: SeededDistrict;
let evaluation: Evaluation;
beforeAll(async () => {
  district = await openSeededDistrict(NOW);
  evaluation = await evaluateExport();
}, 60_000);
afterAll(() => district.close());

/** The whole way: export, file, reader, evaluation. */
async function evaluateExport(): Promise<Evaluation> {
  const { dataFolder, database } = district.installation;
  const bytes = await asActor(
    database,
    {},
    (context) => exportYear(context, district.services, WISH),
    NOW,
  );
  const workbookPath = join(dataFolder, 'year.xlsx');
  await writeFile(workbookPath, bytes);
  const result = await evaluateWorkbook({
    workbookPath,
    outDir: join(dataFolder, 'out'),
    outline: '2020',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 5)));
  expect(result.notices.map(({ code }) => code)).toEqual([]);
  return result.evaluation;
}

async function ask(text: string): Promise<Record<string, unknown>> {
  const { rows } = await district.test.owner.pool.query<Record<string, unknown>>(text);
  return rows[0] ?? {};
}

describe('the workbook out of the records, evaluated,', () => {
  test('counts what plain SQL counts over the same records', async () => {
    const counted = await ask(`
      select count(*)::int as rows, count(distinct g.person_index)::int as persons,
        count(distinct g.household_id)::int as households, sum(g.amount_fen)::int as "paidFen",
        count(*) filter (where g.aid_type = '季度救助')::int as quarterly,
        count(*) filter (where g.aid_type = '紧急救助')::int as emergency,
        count(*) filter (where g.aid_class = 'E3' and g.amount_fen not between 200000 and 500000)::int as outside
      from aid_approvals g join applications a on a.id = g.application_id
      where a.state = 'paid' and extract(year from g.approved_on) = 2023`);
    const { aid, metrics, budget } = evaluation;
    expect({
      rows: aid.rows,
      persons: aid.persons,
      households: aid.households,
      paidFen: budget.paidFen,
      quarterly: aid.byType.find(({ type }) => type === '季度救助')?.rows,
      emergency: aid.byType.find(({ type }) => type === '紧急救助')?.rows,
      outside: metrics['超标准笔数']?.value,
    }).toEqual(counted);
    expect(counted).toMatchObject({ rows: 272, persons: 226, paidFen: 26_580_000 });
  });

  test('has the rates that plain SQL has: complete columns, money spent and received, coverage', async () => {
    const complete = await ask(`
      select count(*)::int as denominator, count(*) filter (where tiers = 3)::int as numerator from (
        select count(distinct s.action) filter (where s.action in ('pass_grassroots', 'pass_town'))
          + count(distinct s.application_id) filter (where s.action in ('approve', 'refuse')) as tiers
        from application_steps s join applications a on a.id = s.application_id
        where extract(year from a.decided_on) = 2023 group by a.id) one`);
    expect(evaluation.metrics['审核栏完整率']).toMatchObject(complete);
    const money = await ask(`
      select sum(spent_fen)::int as spent, sum(initial_fen + changed_fen)::int as budget, sum(received_fen)::int as received
      from fund_sources where year = 2023`);
    expect(evaluation.metrics['支出率']).toMatchObject({
      numerator: money['spent'],
      denominator: money['budget'],
    });
    expect(evaluation.metrics['资金到位率']).toMatchObject({
      numerator: money['received'],
      denominator: money['budget'],
    });
    const eligible = await ask(`
      select count(*)::int as denominator from household_people p join households h on h.id = p.household_id
      where p.is_union_member and h.hardship_class <> 'none'`);
    expect(evaluation.metrics['救助覆盖率']).toMatchObject({ numerator: 226, ...eligible });
  });
});

describe('the sample year out of the database', () => {
  test('gives the figures of the sample workbook wherever the records exist', () => {
    const expected = evaluate(sample);
    for (const metric of RECORDED) {
      const { value, numerator, denominator } = expected.metrics[metric] ?? {};
      expect([metric, evaluation.metrics[metric]]).toMatchObject([
        metric,
        { value, numerator, denominator },
      ]);
    }
    expect(evaluation.aid).toEqual(expected.aid);
    expect(evaluation.budget).toEqual(expected.budget);
    expect(evaluation.violations).toEqual(expected.violations);
  });

  test('scores the same 90 with the sheets that are not recorded yet', async () => {
    const recorded = await asActor(
      district.installation.database,
      {},
      (context) => loadYear(context, district.services, { ...WISH, framework: 'whole' }),
      NOW,
    );
    const { aid, budget, fund } = recorded;
    const { eligiblePersons, minimumLivingFen } = fund;
    expect([eligiblePersons, minimumLivingFen]).toEqual([
      sample.fund.eligiblePersons,
      sample.fund.minimumLivingFen,
    ]);
    expect(evaluate({ ...sample, aid, budget }).totals).toEqual(evaluate(sample).totals);
  });
});

const RECORDED = [
  '支出率',
  '预算控制',
  '资金到位率',
  '救助人次',
  '救助人数',
  '计划完成率',
  '标准符合率',
  '超标准笔数',
  '违规笔数',
  '审批及时率',
  '审核栏完整率',
  '救助覆盖率',
];

function evaluate(records: YearRecords): Evaluation {
  const { framework } = resolveFramework(records);
  if (framework === null) throw new Error('the framework has an error');
  const policy = policyInForce(records.fund.cutoff);
  return evaluateYear({ records, policy, framework, workbookSha256: '0'.repeat(64) });
}
