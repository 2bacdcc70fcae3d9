import type { ErrorParams } from '#core/app-error.ts';
import { ACCOUNT_NOTICE_TEXTS } from '#features/accounts/messages.ts';
import { APPLICATION_NOTICE_TEXTS } from '#features/applications/messages.ts';
import { AUDIT_NOTICE_TEXTS } from '#features/audit/messages.ts';
import { FAIRNESS_NOTICE_TEXTS } from '#features/fairness/messages.ts';
import { HOUSEHOLD_NOTICE_TEXTS } from '#features/households/messages.ts';
import { JOB_NOTICE_TEXTS } from '#features/jobs/messages.ts';
import type { NoticeTexts } from '#features/notices/messages.ts';
import { POLICY_NOTICE_TEXTS } from '#features/policies/messages.ts';
import { WORKER_NOTICE_TEXTS } from '#features/workers/messages.ts';

const TEXTS: NoticeTexts = {
  ...ACCOUNT_NOTICE_TEXTS,
  ...APPLICATION_NOTICE_TEXTS,
  ...AUDIT_NOTICE_TEXTS,
  ...FAIRNESS_NOTICE_TEXTS,
  ...HOUSEHOLD_NOTICE_TEXTS,
  ...JOB_NOTICE_TEXTS,
  ...POLICY_NOTICE_TEXTS,
  ...WORKER_NOTICE_TEXTS,
};

/** The sentence of a notice in the inbox, whichever feature wrote it. */
export function explainNotice(code: string, params: ErrorParams): string {
  return TEXTS[code]?.(params) ?? `系统消息（${code}）。`;
}
