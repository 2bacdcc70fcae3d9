import { ACCOUNT_ACTION_LABELS } from '#features/accounts/messages.ts';
import { APPLICATION_ACTION_LABELS } from '#features/applications/messages.ts';
import { ATTACHMENT_ACTION_LABELS } from '#features/attachments/messages.ts';
import { AUDIT_ACTION_LABELS } from '#features/audit/messages.ts';
import { EVALUATION_ACTION_LABELS } from '#features/evaluations/messages.ts';
import { FAIRNESS_ACTION_LABELS } from '#features/fairness/messages.ts';
import { FUND_ACTION_LABELS } from '#features/funds/messages.ts';
import { HOUSEHOLD_ACTION_LABELS } from '#features/households/messages.ts';
import { JOB_ACTION_LABELS } from '#features/jobs/messages.ts';
import { NOTICE_ACTION_LABELS } from '#features/notices/messages.ts';
import { UNION_ACTION_LABELS } from '#features/organizations/messages.ts';
import { POLICY_ACTION_LABELS } from '#features/policies/messages.ts';
import { PUBLIC_NOTICE_ACTION_LABELS } from '#features/public-notices/messages.ts';
import { SETTING_ACTION_LABELS } from '#features/settings/messages.ts';
import { WORKER_ACTION_LABELS } from '#features/workers/messages.ts';
import { YEAR_RECORD_ACTION_LABELS } from '#features/year-records/messages.ts';

import { OPERATION_ACTION_LABELS } from './texts/backup-texts.ts';

/** Chinese names of everything the audit log may tell of. */
export const ACTION_LABELS: Readonly<Record<string, string>> = {
  ...ACCOUNT_ACTION_LABELS,
  ...APPLICATION_ACTION_LABELS,
  ...ATTACHMENT_ACTION_LABELS,
  ...AUDIT_ACTION_LABELS,
  ...EVALUATION_ACTION_LABELS,
  ...FAIRNESS_ACTION_LABELS,
  ...HOUSEHOLD_ACTION_LABELS,
  ...JOB_ACTION_LABELS,
  ...NOTICE_ACTION_LABELS,
  ...POLICY_ACTION_LABELS,
  ...FUND_ACTION_LABELS,
  ...PUBLIC_NOTICE_ACTION_LABELS,
  ...SETTING_ACTION_LABELS,
  ...UNION_ACTION_LABELS,
  ...WORKER_ACTION_LABELS,
  ...YEAR_RECORD_ACTION_LABELS,
  ...OPERATION_ACTION_LABELS,
};
