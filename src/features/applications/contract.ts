import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import * as examples from './rules/application-examples.ts';
import * as inputs from './rules/application-inputs.ts';
import {
  ApplicationDetail,
  ApplicationPage,
  BulkResult,
  EventView,
  SubmissionCheck,
} from './rules/application-views.ts';

const { ApplicationParams } = inputs;
const DetailReply = { reply: ApplicationDetail, example: examples.DETAIL };

/** Applications for aid (救助申请) at the desk: filing for a worker, and the acts of the tiers. */
export const APPLICATION_ROUTES = {
  list: defineRoute({
    name: 'applications.list',
    method: 'GET',
    path: '/api/applications',
    summary: '查询救助申请：待办、在办、办结',
    access: 'applications.read',
    audit: { unaudited: 'names and amounts only' },
    query: inputs.ApplicationListQuery,
    reply: ApplicationPage,
    example: examples.PAGE,
  }),
  get: defineRoute({
    name: 'applications.get',
    method: 'GET',
    path: '/api/applications/:id',
    summary: '救助申请详情：材料、意见、规则结论、可办事项',
    access: 'applications.read',
    audit: { unaudited: 'secret facts are masked' },
    params: ApplicationParams,
    ...DetailReply,
  }),
  listEvents: defineRoute({
    name: 'applications.list_events',
    method: 'GET',
    path: '/api/applications/events',
    summary: '某户已登记的救助事件',
    access: 'applications.read',
    audit: { unaudited: 'what struck a family, without names' },
    query: z.object({ householdId: z.coerce.number().int().min(1) }),
    reply: z.object({ items: z.array(EventView) }),
    example: { items: [examples.EVENT] },
  }),
  create: defineRoute({
    name: 'applications.create',
    method: 'POST',
    path: '/api/applications',
    summary: '为职工代办申请：建立草稿',
    access: 'applications.file',
    audit: { action: 'application.drafted', subject: 'application' },
    body: inputs.NewApplication,
    ...DetailReply,
  }),
  update: defineRoute({
    name: 'applications.update',
    method: 'PUT',
    path: '/api/applications/:id',
    summary: '修改草稿、退回或补正中的申请',
    access: 'applications.file',
    audit: { action: 'application.changed', subject: 'application' },
    params: ApplicationParams,
    body: inputs.ApplicationChange,
    ...DetailReply,
  }),
  remove: defineRoute({
    name: 'applications.remove',
    method: 'POST',
    path: '/api/applications/:id/removal',
    summary: '删除草稿',
    access: 'applications.file',
    audit: { action: 'application.draft_removed', subject: 'application' },
    params: ApplicationParams,
    body: z.object({ version: z.int().min(1) }),
    reply: z.object({}),
    example: {},
  }),
  check: defineRoute({
    name: 'applications.check',
    method: 'GET',
    path: '/api/applications/:id/check',
    summary: '提交前检查：缺少的材料、重复与次数提醒、规则结论',
    access: 'applications.file',
    audit: { unaudited: 'computes and keeps nothing' },
    params: ApplicationParams,
    reply: SubmissionCheck,
    example: examples.CHECK,
  }),
  addConsents: defineRoute({
    name: 'applications.add_consents',
    method: 'POST',
    path: '/api/applications/:id/consents',
    summary: '登记申请人签署的同意书与核对授权书',
    access: 'applications.file',
    audit: { action: 'application.consents_given', subject: 'application' },
    params: ApplicationParams,
    body: inputs.ConsentInput,
    ...DetailReply,
  }),
  addPaper: defineRoute({
    name: 'applications.add_paper',
    method: 'POST',
    path: '/api/applications/:id/papers',
    summary: '把已上传的附件归为某项材料',
    access: 'applications.file',
    audit: { action: 'application.paper_added', subject: 'application' },
    params: ApplicationParams,
    body: inputs.PaperInput,
    ...DetailReply,
  }),
  removePaper: defineRoute({
    name: 'applications.remove_paper',
    method: 'POST',
    path: '/api/applications/:id/papers/removal',
    summary: '从申请中移除某项材料的附件',
    access: 'applications.file',
    audit: { action: 'application.paper_removed', subject: 'application' },
    params: ApplicationParams,
    body: inputs.PaperInput,
    ...DetailReply,
  }),
  actFiling: actRoute('filing', '提交、补正、撤回、申请复核（代办）', 'applications.file'),
  actGrassroots: actRoute(
    'grassroots',
    '基层工会：受理、入户、意见',
    'applications.review_grassroots',
  ),
  actTown: actRoute('town', '镇街、系统工会：审核、接办', 'applications.review_town'),
  actDistrict: actRoute('district', '区总工会：初审、核对、接办', 'applications.review_district'),
  actApproval: actRoute('approval', '区总工会：审批、复核', 'applications.approve'),
  approveMany: defineRoute({
    name: 'applications.approve_many',
    method: 'POST',
    path: '/api/applications/approvals',
    summary: '批量审批：全部通过或全部不动，一次列出所有不能通过的申请',
    access: 'applications.approve',
    audit: { action: 'application.acted', subject: 'application' },
    body: inputs.BulkApproval,
    reply: BulkResult,
    example: examples.BULK,
  }),
  recuse: defineRoute({
    name: 'applications.recuse',
    method: 'POST',
    path: '/api/applications/:id/recusals',
    summary: '登记回避：亲属不得办理',
    access: 'applications.recuse',
    audit: { action: 'application.recused', subject: 'application' },
    params: ApplicationParams,
    body: inputs.RecusalInput,
    ...DetailReply,
  }),
};

type ReviewRight =
  | 'applications.file'
  | 'applications.review_grassroots'
  | 'applications.review_town'
  | 'applications.review_district'
  | 'applications.approve';

function actRoute(segment: string, summary: string, access: ReviewRight) {
  return defineRoute({
    name: `applications.act_${segment}`,
    method: 'POST',
    path: `/api/applications/:id/${segment}-acts`,
    summary,
    access,
    audit: { action: 'application.acted', subject: 'application' },
    params: ApplicationParams,
    body: inputs.ActInput,
    ...DetailReply,
  });
}
