import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';
import {
  ImportCheck,
  ImportOrder,
  ImportOrdered,
} from '#features/fund-years/rules/import-views.ts';

import {
  CIVIL_AFFAIRS_ANSWERS,
  CIVIL_AFFAIRS_KINDS,
  TYPED_ANSWERS,
} from './civil-affairs-words.ts';
import { ChangeReason } from './household-inputs.ts';
import { MAX_IMPORT_BYTES } from './household-sheet-routes.ts';

const XlsxFile = z.string().describe('The bytes of an .xlsx file');
const UPLOAD = { maxBytes: MAX_IMPORT_BYTES };
const Id = z.coerce.number().int().min(1);

const FILTER = {
  search: z.string().trim().max(60).optional().describe('Start of a name; a whole identity number'),
  answer: z.enum([...CIVIL_AFFAIRS_ANSWERS, 'none']).optional(),
  kind: z.enum(CIVIL_AFFAIRS_KINDS).optional(),
};
export const CivilAffairsFilter = z.object(FILTER);
export type CivilAffairsFilter = z.infer<typeof CivilAffairsFilter>;

export const CivilAffairsQuery = z.object({
  ...FILTER,
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type CivilAffairsQuery = z.infer<typeof CivilAffairsQuery>;

export const EntryAnswer = z.object({ answer: z.enum(TYPED_ANSWERS), reason: ChangeReason });
export type EntryAnswer = z.infer<typeof EntryAnswer>;

export const CivilAffairsRow = z.object({
  id: z.int(),
  listName: z.string(),
  listOn: z.iso.date(),
  name: z.string(),
  /** Masked. */
  identityNumber: z.string(),
  kind: z.enum(CIVIL_AFFAIRS_KINDS),
  unionName: z.string(),
  /** The open file the person is in, where it is in sight. */
  householdId: z.int().nullable(),
  fileNumber: z.string().nullable(),
  /** Null: of no union that the list names, so nobody is to ask. */
  answer: z.enum(CIVIL_AFFAIRS_ANSWERS).nullable(),
  answerReason: z.string().nullable(),
});
export type CivilAffairsRow = z.infer<typeof CivilAffairsRow>;

export const CivilAffairsPage = z.object({
  items: z.array(CivilAffairsRow),
  next: z.string().nullable(),
  total: z.int(),
});
export type CivilAffairsPage = z.infer<typeof CivilAffairsPage>;

const ROW: CivilAffairsRow = {
  id: 7,
  listName: '2026年一季度低保名册（样例）',
  listOn: '2026-01-12',
  name: '李样例',
  identityNumber: '440118********0019',
  kind: 'minimum_living',
  unionName: '样例机械厂工会',
  householdId: null,
  fileNumber: null,
  answer: 'waiting',
  answerReason: null,
};

/** Low-income lists of civil affairs (低保名册): the base of coverage, and whom to approach. */
export const CIVIL_AFFAIRS_ROUTES = {
  list: defineRoute({
    name: 'civil_affairs.list',
    method: 'GET',
    path: '/api/civil-affairs',
    summary: '查询低保名册：是否已建档、联系情况',
    access: 'civil_affairs.read',
    audit: { unaudited: 'identity numbers are masked' },
    query: CivilAffairsQuery,
    reply: CivilAffairsPage,
    example: { items: [ROW], next: null, total: 1 },
  }),
  answer: defineRoute({
    name: 'civil_affairs.answer',
    method: 'POST',
    path: '/api/civil-affairs/:id/answer',
    summary: '登记与名册人员的联系情况',
    access: 'civil_affairs.answer',
    audit: { action: 'civil_affairs.answered', subject: 'civil_affairs_entry' },
    params: z.object({ id: Id }),
    body: EntryAnswer,
    reply: CivilAffairsRow,
    example: ROW,
  }),
  export: defineRoute({
    name: 'civil_affairs.export',
    method: 'POST',
    path: '/api/civil-affairs/export',
    summary: '按当前查询条件导出低保名册 Excel（脱敏），须说明用途',
    access: 'civil_affairs.export',
    audit: { action: 'civil_affairs.exported', subject: 'civil_affairs_entry' },
    body: z.object({ filter: CivilAffairsFilter, reason: ChangeReason }),
    reply: XlsxFile,
    example: '低保名册.xlsx',
    perMinute: 10,
    isRaw: true,
  }),
  template: defineRoute({
    name: 'civil_affairs.import_template',
    method: 'GET',
    path: '/api/civil-affairs/import/template',
    summary: '下载低保名册导入模板',
    access: 'civil_affairs.import',
    audit: { unaudited: 'an empty form' },
    reply: XlsxFile,
    example: '低保名册导入模板.xlsx',
    isRaw: true,
  }),
  checkImport: defineRoute({
    name: 'civil_affairs.check_import',
    method: 'POST',
    path: '/api/civil-affairs/import/check',
    summary: '检查低保名册文件：逐格列出问题',
    access: 'civil_affairs.import',
    audit: { unaudited: 'changes nothing; the import itself is recorded' },
    reply: ImportCheck,
    example: {
      rowCount: 1,
      createCount: 1,
      updateCount: 0,
      unchangedCount: 0,
      faultyCount: 0,
      problemCount: 0,
      problems: [],
      canSkipFaulty: true,
    },
    perMinute: 20,
    upload: UPLOAD,
  }),
  importErrors: defineRoute({
    name: 'civil_affairs.import_errors',
    method: 'POST',
    path: '/api/civil-affairs/import/errors',
    summary: '取回低保名册文件，附“错误原因”列',
    access: 'civil_affairs.import',
    audit: { unaudited: 'gives back what was sent' },
    reply: XlsxFile,
    example: '低保名册（错误原因）.xlsx',
    perMinute: 20,
    isRaw: true,
    upload: UPLOAD,
  }),
  import: defineRoute({
    name: 'civil_affairs.import',
    method: 'POST',
    path: '/api/civil-affairs/import',
    summary: '在后台导入低保名册：标记已建档的家庭，列出待联系的人员',
    access: 'civil_affairs.import',
    audit: { action: 'civil_affairs.import_ordered', subject: 'job' },
    body: ImportOrder,
    reply: ImportOrdered,
    example: { jobId: '8a4c6a0e-3a6f-4b51-9a55-7f0d6d1c2b10' },
    perMinute: 20,
    upload: UPLOAD,
  }),
};
