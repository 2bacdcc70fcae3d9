import { decimal } from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';
import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import {
  CODE,
  COUNT,
  DATE,
  NAME,
  TEXT,
  YUAN,
  decimalWith,
} from '#features/fund-years/rules/cell-kinds.ts';
import { optional, required } from '#features/fund-years/rules/sheet-spec.ts';
import type { Columns, SheetSpec } from '#features/fund-years/rules/sheet-spec.ts';

import { SILENCE_NAMES, VERDICT_NAMES, leftOutText, verdictText } from '../messages.ts';
import type { LikeCases, OutsideCase, UnionRate } from '../rules/fairness-views.ts';

interface RateValues {
  readonly name: string;
  readonly memberCount: number;
  readonly applicationCount: number;
  readonly rate: Fraction | null;
  readonly expected: Fraction | null;
  readonly outerLow: number | null;
  readonly innerLow: number | null;
  readonly innerHigh: number | null;
  readonly outerHigh: number | null;
  readonly verdict: string;
  readonly silence: string;
  readonly lastAppliedOn: PlainDate | null;
  readonly note: string;
}

export const RATE_SHEET = exported<RateValues, UnionRate>(
  '申请情况',
  {
    name: required('工会（含下级）', NAME),
    memberCount: required('会员数', COUNT),
    applicationCount: required('申请数', COUNT),
    rate: optional('每千名会员申请数', decimalWith(2)),
    expected: optional('按全区水平应有', decimalWith(1)),
    outerLow: optional('99.8%下限', COUNT),
    innerLow: optional('95%下限', COUNT),
    innerHigh: optional('95%上限', COUNT),
    outerHigh: optional('99.8%上限', COUNT),
    verdict: required('与全区比较', NAME),
    silence: required('两个季度', NAME),
    lastAppliedOn: optional('最近申请日期', DATE),
    note: required('说明', TEXT),
  },
  (row) => ({
    name: row.name,
    memberCount: row.memberCount,
    applicationCount: row.applicationCount,
    rate: row.rate === null ? null : decimal(row.rate),
    expected: row.expected === null ? null : decimal(row.expected),
    outerLow: row.limits?.outerLow ?? null,
    innerLow: row.limits?.innerLow ?? null,
    innerHigh: row.limits?.innerHigh ?? null,
    outerHigh: row.limits?.outerHigh ?? null,
    verdict: VERDICT_NAMES[row.verdict],
    silence: SILENCE_NAMES[row.silence],
    lastAppliedOn: row.lastAppliedOn === null ? null : day(row.lastAppliedOn),
    note: verdictText(row) + leftOutText(row),
  }),
);

interface LikeValues {
  readonly aidType: string;
  readonly aidClass: string | null;
  readonly policyTitle: string;
  readonly caseCount: number;
  readonly lowest: Fen | null;
  readonly lower: Fen | null;
  readonly median: Fen | null;
  readonly upper: Fen | null;
  readonly highest: Fen | null;
  readonly outsideCount: number;
}

const AID = {
  aidType: required('救助类型', NAME),
  aidClass: optional('类别', CODE),
};

export const LIKE_SHEET = exported<LikeValues, LikeCases>(
  '同类案件金额',
  {
    ...AID,
    policyTitle: required('政策版本', TEXT),
    caseCount: required('件数', COUNT),
    lowest: optional('最低', YUAN),
    lower: optional('下四分位数', YUAN),
    median: optional('中位数', YUAN),
    upper: optional('上四分位数', YUAN),
    highest: optional('最高', YUAN),
    outsideCount: required('明显不同', COUNT),
  },
  ({ quartiles, ...row }) => ({
    ...row,
    lowest: toFen(quartiles?.lowestFen),
    lower: toFen(quartiles?.lowerFen),
    median: toFen(quartiles?.medianFen),
    upper: toFen(quartiles?.upperFen),
    highest: toFen(quartiles?.highestFen),
  }),
);

interface OutsideValues {
  readonly number: string;
  readonly unionName: string;
  readonly aidType: string;
  readonly aidClass: string | null;
  readonly amount: Fen;
  readonly median: Fen;
  readonly decidedOn: PlainDate;
}

export const OUTSIDE_SHEET = exported<OutsideValues, OutsideCase>(
  '明显不同的案件',
  {
    number: required('申请编号', CODE),
    unionName: required('工会', NAME),
    ...AID,
    amount: required('批准金额', YUAN),
    median: required('同类中位数', YUAN),
    decidedOn: required('决定日期', DATE),
  },
  ({ amountFen, medianFen, decidedOn, ...row }) => ({
    ...row,
    amount: fen(amountFen),
    median: fen(medianFen),
    decidedOn: day(decidedOn),
  }),
);

function toFen(amount: number | undefined): Fen | null {
  return amount === undefined ? null : fen(amount);
}

/** A sheet that is only written: its records are its values. */
function exported<V extends object, Row>(
  name: string,
  columns: Columns<V>,
  toValues: (row: Row) => V,
): { readonly spec: SheetSpec<V, V>; readonly toValues: (row: Row) => V } {
  const same = (values: V): V => values;
  return {
    spec: { name, isRequired: true, purpose: '', columns, toRecord: same, toValues: same },
    toValues,
  };
}
