import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import { ApplicationParams } from './application-inputs.ts';
import { FormsQuery, ListExport, PurposeBody } from './paper-inputs.ts';

const Pdf = z.string().describe('The bytes of a PDF file');
const Xlsx = z.string().describe('The bytes of an .xlsx file');

/** What goes out on paper and as files: forms, letters, rosters, ledgers, the whole file of a family. */
export const APPLICATION_PAPER_ROUTES = {
  forms: defineRoute({
    name: 'applications.print_forms',
    method: 'GET',
    path: '/api/applications/approval-forms',
    summary: '打印救助审批表（PDF），一次可打印多份，每份一页',
    access: 'applications.print',
    audit: { action: 'application.form_printed', subject: 'application' },
    query: FormsQuery,
    reply: Pdf,
    example: '救助审批表.pdf',
    perMinute: 20,
    isRaw: true,
  }),
  refusalLetter: defineRoute({
    name: 'applications.print_refusal',
    method: 'GET',
    path: '/api/applications/:id/refusal-letter',
    summary: '打印不予救助告知书（PDF）',
    access: 'applications.print',
    audit: { action: 'application.refusal_printed', subject: 'application' },
    params: ApplicationParams,
    reply: Pdf,
    example: '不予救助告知书.pdf',
    perMinute: 20,
    isRaw: true,
  }),
  roster: defineRoute({
    name: 'applications.roster',
    method: 'POST',
    path: '/api/applications/roster',
    summary: '按当前查询条件打印救助名册（PDF，脱敏），须说明用途',
    access: 'applications.export',
    audit: { action: 'application.roster_printed', subject: 'application' },
    body: ListExport,
    reply: Pdf,
    example: '救助名册.pdf',
    perMinute: 10,
    isRaw: true,
  }),
  ledger: defineRoute({
    name: 'applications.ledger',
    method: 'POST',
    path: '/api/applications/ledger',
    summary: '按当前查询条件导出救助台账 Excel（脱敏），须说明用途',
    access: 'applications.export',
    audit: { action: 'application.ledger_exported', subject: 'application' },
    body: ListExport,
    reply: Xlsx,
    example: '救助台账.xlsx',
    perMinute: 10,
    isRaw: true,
  }),
  householdFile: defineRoute({
    name: 'households.print_file',
    method: 'POST',
    path: '/api/households/:id/printed-file',
    summary: '打印一户一档（PDF）：各版登记表、申请及意见、材料清单和附件，须说明用途',
    access: 'households.export',
    audit: { action: 'household.file_printed', subject: 'household' },
    params: ApplicationParams,
    body: PurposeBody,
    reply: Pdf,
    example: '一户一档.pdf',
    perMinute: 5,
    isRaw: true,
  }),
};
