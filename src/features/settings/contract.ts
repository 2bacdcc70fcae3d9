import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';
import { defineRoute } from '#features/accounts/rules/define-route.ts';

import {
  MAX_DOCUMENT_LENGTH,
  MAX_REASON_LENGTH,
  MIN_REASON_LENGTH,
} from './rules/decide-setting-change.ts';
import { SETTING_GROUPS, SETTING_UNITS } from './rules/settings.ts';

const Value = z.union([z.int(), z.boolean()]);

export const SettingHistoryEntry = z.object({
  id: z.int(),
  value: z.unknown(),
  validFrom: z.iso.date(),
  reason: z.string(),
  /** Number of the document that orders it. */
  document: z.string().nullable(),
  setBy: z.string().nullable(),
  setAt: z.iso.datetime(),
});
export type SettingHistoryEntry = z.output<typeof SettingHistoryEntry>;

export const SettingView = z.object({
  key: z.string(),
  group: z.enum(SETTING_GROUPS),
  unit: z.enum(SETTING_UNITS).nullable(),
  /** What the built-in value rests on. */
  basis: z.string(),
  builtIn: Value,
  range: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('integer'), min: z.int(), max: z.int() }),
    z.object({ kind: z.literal('switch') }),
  ]),
  /** In force today, and since when. */
  value: Value,
  validFrom: z.iso.date(),
  source: z.enum(['built_in', 'entry']),
  /** The newest first; those to come included. */
  history: z.array(SettingHistoryEntry),
});
export type SettingView = z.output<typeof SettingView>;

const EXAMPLE: z.input<typeof SettingView> = {
  key: 'sessions.idle_minutes',
  group: 'sessions',
  unit: 'minutes',
  basis: 'GB/T 22239-2019《网络安全等级保护基本要求》身份鉴别；数值为系统内置',
  builtIn: 15,
  range: { kind: 'integer', min: 5, max: 60 },
  value: 10,
  validFrom: '2026-03-01',
  source: 'entry',
  history: [
    {
      id: 1,
      value: 10,
      validFrom: '2026-03-01',
      reason: '等保测评整改',
      document: '样工字〔2026〕3号',
      setBy: '样例安全管理员',
      setAt: '2026-02-25T02:00:00.000Z',
    },
  ],
};

/** Dated parameters (参数设置). */
export const SETTING_ROUTES = {
  list: defineRoute({
    name: 'settings.list',
    method: 'GET',
    path: '/api/settings',
    summary: '全部参数：现行值、依据与历次设定',
    access: 'settings.read',
    audit: { unaudited: 'no person' },
    reply: z.object({ items: z.array(SettingView) }),
    example: { items: [EXAMPLE] },
  }),
  set: defineRoute({
    name: 'settings.set',
    method: 'POST',
    path: '/api/settings/:key',
    summary: '自某日起设定参数',
    access: 'settings.write',
    audit: { action: 'setting.set', subject: 'setting' },
    params: z.object({ key: z.string().max(100) }),
    body: z.object({
      value: Value,
      validFrom: DayInput,
      reason: z.string().trim().min(MIN_REASON_LENGTH).max(MAX_REASON_LENGTH),
      document: z.string().trim().max(MAX_DOCUMENT_LENGTH).nullable().default(null),
    }),
    reply: SettingView,
    example: EXAMPLE,
  }),
} as const;
