import { describe, expect, it } from 'vitest';

import { fraction, toFixed } from '#core/fraction.ts';
import { groupBy } from '#core/group-by.ts';
import { checkIdentityNumber } from '#core/identity-number.ts';
import { sumFen, yuan } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { day, quarterOf } from '#core/plain-date.ts';
import { DEFAULT_FRAMEWORK } from '#features/indicators/rules/built-in-frameworks.ts';
import { matchBuiltInElements } from '#features/indicators/rules/match-built-in-elements.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import { judgePayments } from '#features/policies/rules/judge-payments.ts';
import { minimumLivingInForce } from '#features/policies/rules/parameters.ts';
import { isWorkingDay, workingDaysBetween } from '#features/policies/rules/working-days.ts';

import { sampleYear } from './sample-year.ts';
import type { AidRow, BudgetItem, FundSource } from './year-records.ts';

const year = sampleYear();
const { aid, fund } = year;
const paid = aid.filter((row) => row.status === '成功');
const quarterly = paid.filter((row) => row.aidType === '季度救助');
const emergency = paid.filter((row) => row.aidType === '紧急救助');
const persons = new Set(paid.map((row) => row.identityNumber));
const policy = policyInForce(day('2023-06-30'));

describe('the fund and its budget', () => {
  it('is the district fund of 2023, cut off at the end of the year', () => {
    expect(fund).toMatchObject({
      name: '困难职工帮扶资金（送温暖）',
      organization: '增城区总工会',
      year: 2023,
      minimumLivingFen: minimumLivingInForce(fund.cutoff)?.fen,
      cutoff: '2023-12-31',
    });
  });

  it('goes from 480,000 to 270,000 yuan, fiscal 50,000 to 2,000 and union 430,000 to 268,000', () => {
    expect(budgetOf('财政预算资金', '年初预算')).toBe(yuan(50_000));
    expect(budgetOf('工会经费', '年初预算')).toBe(yuan(430_000));
    expect(budgetOf('财政预算资金', '预算调整')).toBe(yuan(-48_000));
    expect(budgetOf('工会经费', '预算调整')).toBe(yuan(-162_000));
  });

  it('receives the whole adjusted budget', () => {
    expect(budgetOf('财政预算资金', '到位')).toBe(yuan(2_000));
    expect(budgetOf('工会经费', '到位')).toBe(yuan(268_000));
  });

  it('pays 2,000 from fiscal and 263,800 from union money, 98.44 % of the adjusted budget', () => {
    expect(total(paid.filter((row) => row.source === '财政预算资金'))).toBe(yuan(2_000));
    expect(total(paid.filter((row) => row.source === '工会经费'))).toBe(yuan(263_800));
    expect(toFixed(fraction(total(paid) * 100, yuan(270_000)), 2)).toBe('98.44');
  });

  it('never pays money of a source before that source has received it', () => {
    for (const row of paid) {
      const by = row.paidOn ?? fund.cutoff;
      const spent = paid.filter((other) => other.source === row.source && isBy(other.paidOn, by));
      expect(total(spent)).toBeLessThanOrEqual(budgetOf(row.source, '到位', by));
    }
  });

  it('marks every budget paper as a sample', () => {
    expect(year.budget.every((entry) => entry.documentNumber?.includes('样例'))).toBe(true);
  });
});

describe('the aid paid', () => {
  it('is 233 quarterly payments of exactly 600 yuan, 139,800 in all, in four rounds', () => {
    expect(quarterly).toHaveLength(233);
    expect(quarterly.every((row) => row.amountFen === yuan(600))).toBe(true);
    expect(total(quarterly)).toBe(yuan(139_800));
    expect([1, 2, 3, 4].map((round) => inQuarter(quarterly, round).length)).toEqual([
      56, 61, 57, 59,
    ]);
  });

  it('is 39 emergency payments of 126,000 yuan in all', () => {
    expect(emergency).toHaveLength(39);
    expect(total(emergency)).toBe(yuan(126_000));
  });

  it('passes the plan of 270, which splits into quarterly and emergency aid', () => {
    expect(fund.plannedRows).toBe(270);
    expect((fund.plannedQuarterlyRows ?? 0) + (fund.plannedEmergencyRows ?? 0)).toBe(270);
    expect(paid).toHaveLength(272);
  });

  it('reaches 226 persons, between 80 % and 90 % of those who should be aided', () => {
    expect(persons.size).toBe(226);
    const coverage = persons.size / (fund.eligiblePersons ?? 0);
    expect(coverage).toBeGreaterThan(0.8);
    expect(coverage).toBeLessThan(0.9);
  });

  it('has several families with two members aided', () => {
    const households = groupBy(paid, (row) => row.household);
    const families = [...households.values()].filter(
      (rows) => new Set(rows.map((row) => row.identityNumber)).size === 2,
    );
    expect(families).toHaveLength(8);
  });

  it('keeps one refused application with nothing approved and a stated reason', () => {
    const refused = aid.filter((row) => row.status !== '成功');
    expect(refused).toHaveLength(1);
    for (const row of refused) {
      expect(row).toMatchObject({ status: '不予救助', amountFen: 0, paidOn: null });
      expect(row.district.opinion).toContain('不予');
    }
  });
});

describe('the rules', () => {
  it('are kept by every payment but one, judged as an evaluation judges them', () => {
    const rows = paid.map((row) => ({ ...row, decidedOn: row.district.date }));
    const { minimumLivingFen } = fund;
    const judged = judgePayments(rows, policy, { year: fund.year, minimumLivingFen });
    expect(judged.hardCapJudged).toBe(true);
    expect(judged.breaches.map((breach) => breach.code)).toEqual(['range']);
  });

  it('sees one amount outside its class range: an operation of class E3 paid with 1,000', () => {
    const outside = paid.filter((row) => {
      const { minFen, maxFen } = policy.classes[row.aidClass];
      return row.amountFen < minFen || row.amountFen > maxFen;
    });
    expect(outside).toHaveLength(1);
    expect(outside[0]).toMatchObject({ aidClass: 'E3', amountFen: yuan(1_000) });
    expect(outside[0]?.district.opinion).toContain('膝关节手术');
  });

  it('files every row under a class of its type of aid', () => {
    expect(aid.every((row) => policy.classes[row.aidClass].aidType === row.aidType)).toBe(true);
  });

  it('gives a special reason above 3,000 yuan and nowhere else', () => {
    for (const row of paid) {
      expect(row.specialReason !== null).toBe(row.amountFen > policy.personPerTime.limitFen);
    }
  });

  it('keeps every household under 6,000 yuan', () => {
    for (const rows of groupBy(paid, (row) => row.household).values()) {
      expect(total(rows)).toBeLessThanOrEqual(policy.householdYear.limitFen);
    }
  });

  it('aids nobody by quarter more than twice, nor in neighbouring quarters', () => {
    const twice = [...groupBy(quarterly, (row) => row.identityNumber).values()].filter(
      (rows) => rows.length > 1,
    );
    expect(twice).toHaveLength(40);
    for (const rows of twice) {
      const [first = 0, second = 0, ...more] = rows.map((row) => row.quarter ?? 0);
      expect(more).toEqual([]);
      expect(second - first).toBeGreaterThanOrEqual(policy.quarterly.minQuarterDistance);
    }
  });

  it('pays each event once', () => {
    const events = emergency.map((row) => row.event);
    expect(events).not.toContain(null);
    expect(new Set(events).size).toBe(39);
  });

  it('pays after approval, on a working day, in the quarter of the round', () => {
    for (const row of paid) {
      const { date } = row.district;
      if (date === null || row.paidOn === null) throw new Error(`no date in ${row.row}`);
      expect(workingDaysBetween(date, row.paidOn)).toBeGreaterThanOrEqual(2);
      expect(workingDaysBetween(date, row.paidOn)).toBeLessThanOrEqual(4);
      expect(isWorkingDay(row.paidOn)).toBe(true);
      expect(row.paidOn <= fund.cutoff).toBe(true);
      if (row.quarter !== null) expect(quarterOf(row.paidOn)).toBe(row.quarter);
    }
  });
});

describe('the reviews', () => {
  it('decide 233 of 273 rows at the district within five working days, the rest days later', () => {
    const taken = aid.map((row) => workingDaysOf(row.receivedOn, row.district.date));
    const limit = policy.districtReview.workingDays;
    expect(taken.filter((days) => days <= limit)).toHaveLength(233);
    expect(taken).toHaveLength(273);
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...taken)).toBeLessThanOrEqual(limit + 4);
  });

  it('take about two weeks at each lower tier', () => {
    for (const row of aid) {
      if (row.grassroots.date === null || row.town.date === null) continue;
      for (const days of [
        workingDaysOf(row.appliedOn, row.grassroots.date),
        workingDaysOf(row.grassroots.date, row.town.date),
      ]) {
        expect(days).toBeGreaterThanOrEqual(9);
        expect(days).toBeLessThanOrEqual(11);
      }
    }
  });

  it('leave a column of the lower tiers blank on 28 of 273 rows, dates and opinions both', () => {
    const columns = aid.map((row) => [row.grassroots, row.town, row.district]);
    const isBlank = (part: 'opinion' | 'date', tier: number): boolean =>
      columns.some((tiers) => tiers[tier]?.[part] === null);
    const complete = columns.filter((tiers) =>
      tiers.every(({ opinion, date }) => opinion !== null && date !== null),
    );
    expect(complete).toHaveLength(245);
    expect([isBlank('date', 0), isBlank('opinion', 0)]).toEqual([true, true]);
    expect([isBlank('date', 1), isBlank('opinion', 1)]).toEqual([true, true]);
    expect([isBlank('date', 2), isBlank('opinion', 2)]).toEqual([false, false]);
  });
});

describe('people and unions', () => {
  it('are marked as samples by name', () => {
    expect(aid.every((row) => row.name.includes('样例'))).toBe(true);
    expect(aid.every((row) => row.grassrootsUnion.includes('样例'))).toBe(true);
  });

  it('have identity numbers of adults that check, in the order codes kept for samples', () => {
    for (const row of aid) {
      const check = checkIdentityNumber(row.identityNumber, fund.cutoff);
      expect(check).toMatchObject({ valid: true, region: '440118', number: row.identityNumber });
      expect(row.identityNumber).toMatch(/^\d{14}99\d/);
      if (check.valid) expect(check.birth < '2005-01-01').toBe(true);
    }
  });

  it('carry one name and one household to one identity number', () => {
    for (const rows of groupBy(aid, (row) => row.identityNumber).values()) {
      expect(new Set(rows.map((row) => `${row.name} ${row.household}`)).size).toBe(1);
    }
  });

  it('stand under thirteen towns and streets and one system union', () => {
    const unions = new Set(aid.map((row) => row.townUnion));
    expect([...unions].filter((union) => /[街镇]总工会$/.test(union))).toHaveLength(13);
    expect([...unions].filter((union) => union.endsWith('系统工会'))).toHaveLength(1);
  });

  it('apply in every quarter, except in two towns that fall silent in the second half', () => {
    const unionsOf = (rows: readonly AidRow[]): Set<string> =>
      new Set(rows.map((row) => row.townUnion));
    const all = unionsOf(aid);
    const silent = [1, 2, 3, 4].map((quarter) => {
      const heard = unionsOf(aid.filter((row) => quarterOf(row.appliedOn) === quarter));
      return [...all].filter((union) => !heard.has(union)).toSorted();
    });
    const towns = ['小楼镇总工会', '正果镇总工会'];
    expect(silent).toEqual([[], [], towns, towns]);
  });
});

describe('the work around the aid', () => {
  it('asked thirty recipients: all aware, all satisfied, relief in both good options', () => {
    const { survey } = year;
    expect(survey).toHaveLength(30);
    expect(fund.questionnairesSent).toBeGreaterThanOrEqual(30);
    expect(survey.every((answer) => answer.respondent === '受助职工')).toBe(true);
    expect(survey.every((answer) => answer.awareness === '知晓')).toBe(true);
    expect(new Set(survey.map((answer) => answer.relief))).toEqual(
      new Set(['非常有作用', '有一定作用']),
    );
    expect(new Set(survey.map((answer) => answer.satisfaction))).toEqual(
      new Set(['非常满意', '满意']),
    );
  });

  it('told the policy in person and published nothing on the official account', () => {
    const done = year.publicity.filter((action) => action.completedOn !== null);
    expect(done.length).toBeGreaterThan(0);
    expect(done.every((action) => action.channel === '口头')).toBe(true);
  });

  it('forwarded the rule to none of the fourteen unions that were due', () => {
    expect(year.forwarding.filter((row) => row.due)).toHaveLength(14);
    expect(year.forwarding.filter((row) => row.forwardedOn !== null)).toEqual([]);
  });

  it('checked 82 files, at least 30 %, on no plan, all conforming, none more than the union has', () => {
    const { inspections } = year;
    expect(inspections.reduce((sum, row) => sum + (row.sampled ?? 0), 0)).toBe(82);
    expect(82 / aid.length).toBeGreaterThanOrEqual(0.3);
    expect(inspections.every((row) => row.conforming === row.sampled)).toBe(true);
    expect(inspections.every((row) => row.plannedOn === null && row.completedOn !== null)).toBe(
      true,
    );
    for (const row of inspections) {
      const files = paid.filter((aidRow) => aidRow.townUnion === row.townUnion);
      expect(row.sampled).toBeLessThanOrEqual(files.length);
    }
  });

  it('held no training, paid no visit and heard no complaint', () => {
    expect([year.training, year.visits, year.grievances]).toEqual([[], [], []]);
  });
});

describe('the evaluation sheets', () => {
  it('use the built-in framework and no typed score', () => {
    expect(year.indicators).toBeNull();
    expect(year.reviewScores).toEqual([]);
  });

  it('answer every element that no metric decides, with evidence or a note', () => {
    expect(matchBuiltInElements(DEFAULT_FRAMEWORK, year.elements).problems).toEqual([]);
    expect(year.elements.every((row) => (row.evidence ?? row.note) !== null)).toBe(true);
  });

  it('deny five elements: survey of needs, targets, detailed rules, members and own survey', () => {
    const denied = year.elements.filter((row) => row.answer !== '是');
    expect(denied.map((row) => row.level3)).toEqual([
      '论证决策规范性',
      '绩效指标明确性',
      '管理制度健全性',
      '救助政策知晓率',
      '救助政策可持续性',
    ]);
  });
});

describe('the records as a whole', () => {
  it('are the same at every call', () => {
    expect(sampleYear()).toEqual(year);
  });

  it('refer to the rows they would fill under one heading row', () => {
    const sheets = [
      ['预算', year.budget],
      ['救助台账', year.aid],
      ['问卷', year.survey],
      ['宣传', year.publicity],
      ['政策转发', year.forwarding],
      ['监督检查', year.inspections],
      ['要素', year.elements],
    ] as const;
    for (const [sheet, rows] of sheets) {
      expect(rows.map(({ row }) => row)).toEqual(rows.map((_, index) => `${sheet}!${index + 2}`));
    }
  });

  it('number the applications once each, in order of application', () => {
    expect(new Set(aid.map((row) => row.application)).size).toBe(aid.length);
    expect(aid.map((row) => row.appliedOn)).toEqual(aid.map((row) => row.appliedOn).toSorted());
  });

  it('lie inside 2023', () => {
    const days = JSON.stringify(year, (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    ).match(/"\d{4}-\d{2}-\d{2}"/g);
    expect(days?.every((text) => text.startsWith('"2023-'))).toBe(true);
  });
});

function total(rows: readonly AidRow[]): Fen {
  return sumFen(rows.map((row) => row.amountFen));
}

function inQuarter(rows: readonly AidRow[], quarter: number): readonly AidRow[] {
  return rows.filter((row) => row.quarter === quarter);
}

function budgetOf(source: FundSource, item: BudgetItem, by: string = fund.cutoff): Fen {
  const entries = year.budget.filter((entry) => entry.source === source && entry.item === item);
  return sumFen(entries.filter((entry) => entry.date <= by).map((entry) => entry.amountFen));
}

function isBy(date: string | null, by: string): boolean {
  return date !== null && date <= by;
}

function workingDaysOf(start: AidRow['receivedOn'], end: AidRow['receivedOn']): number {
  return start === null || end === null ? Number.NaN : workingDaysBetween(start, end);
}
