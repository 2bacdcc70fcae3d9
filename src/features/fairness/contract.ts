import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import * as examples from './rules/fairness-examples.ts';
import { FairnessExport, FairnessQuery } from './rules/fairness-inputs.ts';
import { AmountSpread, FairnessOverview } from './rules/fairness-views.ts';

/** Fairness and hidden need (公平分析): sums over applications, never a person. */
export const FAIRNESS_ROUTES = {
  overview: defineRoute({
    name: 'fairness.overview',
    method: 'GET',
    path: '/api/fairness',
    summary: '各工会每千名会员申请数与全区比较，及两个季度没有申请的工会',
    access: 'fairness.read',
    audit: { unaudited: 'sums of unions, no person' },
    query: FairnessQuery,
    reply: FairnessOverview,
    example: examples.OVERVIEW,
    perMinute: 60,
  }),
  amounts: defineRoute({
    name: 'fairness.amounts',
    method: 'GET',
    path: '/api/fairness/amounts',
    summary: '同类案件的金额：中位数、四分位数和明显不同的案件',
    access: 'fairness.read',
    audit: { unaudited: 'amounts and numbers of cases, as the list of applications shows them' },
    query: FairnessQuery,
    reply: AmountSpread,
    example: examples.SPREAD,
    perMinute: 60,
  }),
  export: defineRoute({
    name: 'fairness.export',
    method: 'POST',
    path: '/api/fairness/export',
    summary: '导出公平分析 Excel，须说明用途',
    access: 'fairness.export',
    audit: { action: 'fairness.exported', subject: 'fairness' },
    body: FairnessExport,
    reply: z.string().describe('The bytes of an .xlsx file'),
    example: '公平分析.xlsx',
    perMinute: 20,
    isRaw: true,
  }),
};
