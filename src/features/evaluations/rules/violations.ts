import { checkIdentityNumber } from '#core/identity-number.ts';
import type { Fen } from '#core/money.ts';
import type { AidRow } from '#features/fund-years/rules/year-records.ts';
import { describeBreach } from '#features/policies/messages.ts';
import { judgePayments } from '#features/policies/rules/judge-payments.ts';
import type { PaidAid } from '#features/policies/rules/judge-payments.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import type { RuleBreach } from '#features/policies/rules/rule-breach.ts';

import type { Violation, ViolationCode } from './evaluation.ts';
import { isOverspent } from './metrics/money-metrics.ts';
import type { YearView } from './metrics/year-view.ts';

/** Codes that 违规笔数 counts; amounts outside the class range are counted by 超标准笔数 alone. */
const COUNTED_CODES: ReadonlySet<ViolationCode> = new Set<ViolationCode>([
  'frequency',
  'adjacent_quarter',
  'person_cap',
  'household_cap',
  'household_hard_cap',
  'goods_cap',
  'same_event',
  'paid_before_approval',
]);

export interface Violations {
  readonly list: readonly Violation[];
  /** Applications paid outside the range of their class. */
  readonly outOfRange: readonly string[];
  /** Applications that broke another rule; each once. */
  readonly violating: readonly string[];
}

/** Every breach of the rules in the year: payments, identity numbers, fund sources. */
export function findViolations(
  view: YearView,
  policy: PolicyVersion,
  minimumLivingFen: Fen | null,
): Violations {
  const options = { year: view.records.fund.year, minimumLivingFen };
  const { breaches } = judgePayments(view.paid.map(toPaidAid), policy, options);
  const list: Violation[] = [
    ...breaches.map((breach) => toViolation(breach.application, breach)),
    ...identityViolations(view, policy),
    ...sourceViolations(view, policy),
  ];
  return {
    list,
    outOfRange: applicationsOf(list, (code) => code === 'range'),
    violating: applicationsOf(list, (code) => COUNTED_CODES.has(code)),
  };
}

function toPaidAid(row: AidRow): PaidAid {
  return {
    application: row.application,
    identityNumber: row.identityNumber,
    household: row.household,
    aidType: row.aidType,
    aidClass: row.aidClass,
    quarter: row.quarter,
    decidedOn: row.district.date,
    paidOn: row.paidOn,
    amountFen: row.amountFen,
    event: row.event,
    specialReason: row.specialReason,
  };
}

function identityViolations(view: YearView, policy: PolicyVersion): Violation[] {
  return view.records.aid.flatMap((row) => {
    const check = checkIdentityNumber(row.identityNumber, view.cutoff);
    if (check.valid) return [];
    const { cause } = check;
    const breach: RuleBreach = {
      code: 'identity_number',
      citation: policy.identityNumber,
      params: { cause },
    };
    return [toViolation(row.application, breach)];
  });
}

/** Fiscal and union money are never netted: each source answers for itself. */
function sourceViolations(view: YearView, policy: PolicyVersion): Violation[] {
  return view.bySource.filter(isOverspent).map((row) =>
    toViolation(null, {
      code: 'overspent_source',
      citation: policy.fundSource,
      params: { source: row.source, amountFen: row.paidFen, availableFen: row.adjustedFen },
    }),
  );
}

function toViolation(application: string | null, breach: RuleBreach): Violation {
  const { rule, citation, detail } = describeBreach(breach);
  return { code: breach.code, application, rule, citation, detail };
}

function applicationsOf(
  list: readonly Violation[],
  isWanted: (code: ViolationCode) => boolean,
): string[] {
  const applications = new Set<string>();
  for (const { code, application } of list) {
    if (application !== null && isWanted(code)) applications.add(application);
  }
  return [...applications];
}
