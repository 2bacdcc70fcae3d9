import type { ErrorParams } from '#core/app-error.ts';
import type { Reason } from '#core/decision.ts';
import { findAccountText } from '#features/accounts/messages.ts';
import { findApplicationText } from '#features/applications/messages.ts';
import { ATTACHMENT_ERRORS } from '#features/attachments/messages.ts';
import { AUDIT_ERRORS } from '#features/audit/messages.ts';
import { FAIRNESS_ERRORS } from '#features/fairness/messages.ts';
import { explainWorkbookError } from '#features/fund-years/messages.ts';
import { findFundText } from '#features/funds/messages.ts';
import { findHouseholdText } from '#features/households/messages.ts';
import { JOB_ERRORS } from '#features/jobs/messages.ts';
import { NOTICE_ERRORS } from '#features/notices/messages.ts';
import { findUnionText } from '#features/organizations/messages.ts';
import { findPaymentText } from '#features/payments/messages.ts';
import { findPolicyText } from '#features/policies/messages.ts';
import { findPublicNoticeText } from '#features/public-notices/messages.ts';
import { findSettingText } from '#features/settings/messages.ts';
import { findWorkerText } from '#features/workers/messages.ts';
import { findYearRecordText } from '#features/year-records/messages.ts';

import { BACKUP_TEXTS } from './texts/backup-texts.ts';
import { CLI_TEXTS } from './texts/cli-texts.ts';
import { INSTALLATION_TEXTS } from './texts/installation-texts.ts';
import { POSTGRES_TEXTS } from './texts/postgres-texts.ts';
import { SECRET_AND_FILE_TEXTS } from './texts/secret-and-file-texts.ts';
import { SERVER_TEXTS } from './texts/server-texts.ts';

type Catalogue = Readonly<Record<string, string | ((params: ErrorParams) => string)>>;
type FindText = (reason: Reason) => string | undefined;

/** Each feature speaks for its own codes; none is known twice. */
const SOURCES: readonly FindText[] = [
  from(SERVER_TEXTS),
  from(INSTALLATION_TEXTS),
  from(POSTGRES_TEXTS),
  from(SECRET_AND_FILE_TEXTS),
  from(CLI_TEXTS),
  from(BACKUP_TEXTS),
  from(AUDIT_ERRORS),
  from(ATTACHMENT_ERRORS),
  from(FAIRNESS_ERRORS),
  from(JOB_ERRORS),
  from(NOTICE_ERRORS),
  findAccountText,
  findUnionText,
  findHouseholdText,
  findApplicationText,
  findFundText,
  findPaymentText,
  findPolicyText,
  findPublicNoticeText,
  findSettingText,
  findWorkerText,
  findYearRecordText,
  ({ code, params }) => explainWorkbookError(code)?.(params),
];

/** The Chinese sentence of a code: what is wrong, where, and what to do. */
export function explain(code: string, params: ErrorParams): string {
  return findText({ code, params }) ?? `操作未完成（${code}）。`;
}

/** Undefined for a code that no catalogue knows. */
export function findText(reason: Reason): string | undefined {
  for (const find of SOURCES) {
    const text = find(reason);
    if (text !== undefined) return text;
  }
  return undefined;
}

function from(catalogue: Catalogue): FindText {
  return ({ code, params }) => {
    if (!Object.hasOwn(catalogue, code)) return undefined;
    const text = catalogue[code];
    return typeof text === 'function' ? text(params) : text;
  };
}
