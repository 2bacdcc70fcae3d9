import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';
import {
  ImportCheck,
  ImportOrder,
  ImportOrdered,
} from '#features/fund-years/rules/import-views.ts';

import * as examples from './desk-examples.ts';
import * as inputs from './desk-inputs.ts';
import * as views from './desk-views.ts';

const { DeskParams } = inputs;
const page = <Row>(row: Row) => ({ items: [row], next: null, total: 1 });

const MADE = {
  invitation: examples.INVITATION,
  code: 'K7M2-9XQ4-PA3D',
  url: 'https://songnuan.example.org/my/join#K7M29XQ4PA3D',
  qrSvg: '<svg></svg>',
};

/** What a union does for its workers' access: invitations, forms handed in, corrections. */
export const WORKER_DESK_ROUTES = {
  listInvitations: defineRoute({
    name: 'invitations.list',
    method: 'GET',
    path: '/api/worker-invitations',
    summary: '查询职工邀请',
    access: 'workers.read',
    audit: { unaudited: 'names and days; codes are not kept' },
    query: inputs.InvitationQuery,
    reply: views.InvitationPage,
    example: page(examples.INVITATION),
  }),
  invite: defineRoute({
    name: 'invitations.create',
    method: 'POST',
    path: '/api/worker-invitations',
    summary: '邀请职工注册；邀请码只显示这一次',
    access: 'workers.invite',
    audit: { action: 'invitation.made', subject: 'invitation' },
    body: inputs.NewInvitation,
    reply: views.MadeInvitation,
    example: MADE,
  }),
  renewInvitation: defineRoute({
    name: 'invitations.renew',
    method: 'POST',
    path: '/api/worker-invitations/:id/renewal',
    summary: '为忘记密码的职工发一张重设密码的邀请；邀请码只显示这一次',
    access: 'workers.invite',
    audit: { action: 'invitation.renewed', subject: 'invitation' },
    params: DeskParams,
    reply: views.MadeInvitation,
    example: MADE,
  }),
  revokeInvitation: defineRoute({
    name: 'invitations.revoke',
    method: 'POST',
    path: '/api/worker-invitations/:id/revocation',
    summary: '收回还没有用过的邀请',
    access: 'workers.invite',
    audit: { action: 'invitation.revoked', subject: 'invitation' },
    params: DeskParams,
    reply: views.InvitationRow,
    example: examples.INVITATION,
  }),
  listForms: defineRoute({
    name: 'family_forms.list',
    method: 'GET',
    path: '/api/family-forms',
    summary: '职工交来、等待建档的家庭登记表',
    access: 'workers.answer',
    audit: { unaudited: 'names and days only' },
    query: inputs.FamilyFormQuery,
    reply: views.FamilyFormPage,
    example: page(examples.FAMILY_FORM),
  }),
  getForm: defineRoute({
    name: 'family_forms.get',
    method: 'GET',
    path: '/api/family-forms/:id',
    summary: '职工交来的登记表全文和试算的困难类别',
    access: 'workers.answer',
    audit: { action: 'family_form.read', subject: 'application' },
    params: DeskParams,
    reply: views.FamilyFormDetail,
    example: examples.FAMILY_FORM,
  }),
  fileForm: defineRoute({
    name: 'family_forms.file',
    method: 'POST',
    path: '/api/family-forms/:id/filing',
    summary: '按登记表建立档案，并提交职工的申请',
    access: 'workers.answer',
    audit: { action: 'family_form.opened', subject: 'application' },
    params: DeskParams,
    body: inputs.FamilyFiling,
    reply: z.object({ householdId: z.int(), fileNumber: z.string(), applicationId: z.int() }),
    example: { householdId: 7, fileNumber: '440118-KNZG-2026-0007', applicationId: 1 },
  }),
  returnForm: defineRoute({
    name: 'family_forms.return',
    method: 'POST',
    path: '/api/family-forms/:id/return',
    summary: '把登记表退回职工修改',
    access: 'workers.answer',
    audit: { action: 'family_form.returned', subject: 'application' },
    params: DeskParams,
    body: inputs.FamilyReturn,
    reply: z.object({}),
    example: {},
  }),
  listCorrections: defineRoute({
    name: 'corrections.list',
    method: 'GET',
    path: '/api/corrections',
    summary: '职工的更正请求',
    access: 'workers.answer',
    audit: { unaudited: 'what workers wrote to their union' },
    query: inputs.CorrectionQuery,
    reply: views.CorrectionPage,
    example: page(examples.CORRECTION),
  }),
  answerCorrection: defineRoute({
    name: 'corrections.answer',
    method: 'POST',
    path: '/api/corrections/:id/answer',
    summary: '答复更正请求；同时通知职工',
    access: 'workers.answer',
    audit: { action: 'correction.answered', subject: 'correction' },
    params: DeskParams,
    body: inputs.CorrectionAnswer,
    reply: views.CorrectionRow,
    example: examples.CORRECTION,
  }),
};

const XlsxFile = z.string().describe('The bytes of an .xlsx file');
export const MAX_ROSTER_BYTES = 20 * 1024 * 1024;
const UPLOAD = { maxBytes: MAX_ROSTER_BYTES };
const CHECK_EXAMPLE: z.input<typeof ImportCheck> = {
  rowCount: 2,
  createCount: 1,
  updateCount: 0,
  unchangedCount: 0,
  faultyCount: 1,
  problemCount: 1,
  problems: [
    {
      severity: 'error',
      where: '会员名册!A3',
      value: '440118-000123',
      code: 'member.number_elsewhere',
      cause: '这个会员号在另一工会的名册中',
      cure: '请核对会员号',
    },
  ],
  canSkipFaulty: true,
};

/** The roster of members (会员名册): by it a worker registers without an invitation. */
export const ROSTER_ROUTES = {
  list: defineRoute({
    name: 'members.list',
    method: 'GET',
    path: '/api/union-members',
    summary: '查询会员名册（脱敏）',
    access: 'workers.read',
    audit: { unaudited: 'phones and numbers are masked' },
    query: inputs.MemberQuery,
    reply: views.MemberPage,
    example: page(examples.MEMBER),
  }),
  template: defineRoute({
    name: 'members.import_template',
    method: 'GET',
    path: '/api/union-members/import/template',
    summary: '下载会员名册导入模板',
    access: 'workers.import',
    audit: { unaudited: 'an empty form' },
    reply: XlsxFile,
    example: '会员名册导入模板.xlsx',
    isRaw: true,
  }),
  checkImport: defineRoute({
    name: 'members.check_import',
    method: 'POST',
    path: '/api/union-members/import/check',
    summary: '检查会员名册文件：逐格列出问题，预告新增和更新的数量',
    access: 'workers.import',
    audit: { unaudited: 'changes nothing; the import itself is recorded' },
    reply: ImportCheck,
    example: CHECK_EXAMPLE,
    perMinute: 20,
    upload: UPLOAD,
  }),
  importErrors: defineRoute({
    name: 'members.import_errors',
    method: 'POST',
    path: '/api/union-members/import/errors',
    summary: '取回会员名册文件，附“错误原因”列',
    access: 'workers.import',
    audit: { unaudited: 'gives back what was sent' },
    reply: XlsxFile,
    example: '会员名册（错误原因）.xlsx',
    perMinute: 20,
    isRaw: true,
    upload: UPLOAD,
  }),
  import: defineRoute({
    name: 'members.import',
    method: 'POST',
    path: '/api/union-members/import',
    summary: '在后台导入会员名册：全部成功才写入，或跳过有误的行',
    access: 'workers.import',
    audit: { action: 'member.import_ordered', subject: 'job' },
    body: ImportOrder,
    reply: ImportOrdered,
    example: { jobId: '8a4c6a0e-3a6f-4b51-9a55-7f0d6d1c2b10' },
    perMinute: 20,
    upload: UPLOAD,
  }),
};
