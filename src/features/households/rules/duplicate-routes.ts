import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import { DUPLICATE_DETAIL, DUPLICATE_PAGE } from './duplicate-examples.ts';
import { DuplicateListQuery, DuplicateVerdict, PairParams } from './duplicate-inputs.ts';
import { DuplicateDetail, DuplicatePage } from './duplicate-views.ts';

/** People who may stand in two files (重复核查). */
export const DUPLICATE_ROUTES = {
  list: defineRoute({
    name: 'duplicates.list',
    method: 'GET',
    path: '/api/duplicates',
    summary: '查询疑似重复的人员：相同与相似，每对附全部理由',
    access: 'households.read',
    audit: { unaudited: 'identity numbers are masked' },
    query: DuplicateListQuery,
    reply: DuplicatePage,
    example: DUPLICATE_PAGE,
  }),
  get: defineRoute({
    name: 'duplicates.get',
    method: 'GET',
    path: '/api/duplicates/:id',
    summary: '一对疑似重复人员的并排比对（脱敏）',
    access: 'households.read',
    audit: { unaudited: 'secret facts are masked' },
    params: PairParams,
    reply: DuplicateDetail,
    example: DUPLICATE_DETAIL,
  }),
  judge: defineRoute({
    name: 'duplicates.judge',
    method: 'POST',
    path: '/api/duplicates/:id/verdict',
    summary: '认定是否同一人；资料变化后须重新认定',
    access: 'households.merge',
    audit: { action: 'household.duplicate_judged', subject: 'duplicate_pair' },
    params: PairParams,
    body: DuplicateVerdict,
    reply: DuplicateDetail,
    example: DUPLICATE_DETAIL,
  }),
  search: defineRoute({
    name: 'duplicates.search',
    method: 'POST',
    path: '/api/duplicates/search',
    summary: '发起全库查重，转为后台任务',
    access: 'households.merge',
    audit: { action: 'household.duplicate_search_ordered', subject: 'job' },
    body: z.object({}),
    reply: z.object({ jobId: z.uuid() }),
    example: { jobId: '0198c0de-0000-7000-8000-000000000001' },
  }),
};
