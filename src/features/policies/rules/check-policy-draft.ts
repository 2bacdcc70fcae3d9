import type { PlainDate } from '#core/plain-date.ts';

import { checkPapers } from './check-papers.ts';
import { checkQuarterly } from './check-quarterly.ts';
import type { PolicyBody } from './policy-body.ts';
import type { PolicyFault } from './policy-fault.ts';
import type { PolicyFaultReason } from './policy-reasons.ts';
import { AID_CLASSES } from './policy-version.ts';
import type { Citation } from './policy-version.ts';

export interface PolicyDraft {
  readonly title: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly body: PolicyBody;
}

/** Shortest public notice, where there is one at all (公示期). */
export const MIN_NOTICE_DAYS = 3;
const MAX_NOTICE_DAYS = 30;
const MAX_CLOCK_DAYS = 60;
const MAX_MONTHS = 60;

/** All that is wrong with a draft, in the order of the form. */
export function checkPolicyDraft(draft: PolicyDraft): PolicyFault[] {
  const { body } = draft;
  return [
    ...checkValidity(draft),
    ...checkDocuments(body),
    ...checkClasses(body),
    ...checkQuarterly(body),
    ...checkLimits(body),
    ...checkPapers(body.papers),
    ...checkClocks(body),
    ...checkNotice(body),
    ...checkCitations(body),
  ];
}

function checkValidity({ validFrom, validTo }: PolicyDraft): PolicyFault[] {
  if (validTo === null || validTo >= validFrom) return [];
  const params = { from: validFrom, to: validTo };
  return [{ path: 'validTo', reason: { code: 'policy.validity_reversed', params } }];
}

function checkDocuments({ documents }: PolicyBody): PolicyFault[] {
  if (documents.length === 0) {
    return [at('documents', { code: 'policy.document_missing', params: {} })];
  }
  return documents.flatMap((document, index) =>
    document === '' ? [missingText(`documents.${index}`)] : [],
  );
}

function checkClasses({ classes }: PolicyBody): PolicyFault[] {
  return AID_CLASSES.flatMap((aidClass) => {
    const { code, aidType, name, minFen, maxFen } = classes[aidClass];
    const faults: PolicyFault[] = [];
    // The workbook and the ledgers read the kind of aid from the first letter of the class.
    const isQuarterly = aidClass.startsWith('Q');
    if (code !== aidClass || aidType !== (isQuarterly ? '季度救助' : '紧急救助')) {
      const params = { aidClass, aidType };
      faults.push(at(`classes.${aidClass}.aidType`, { code: 'policy.class_mismatch', params }));
    }
    if (name === '') faults.push(missingText(`classes.${aidClass}.name`));
    if (maxFen === 0) faults.push(missingAmount(`classes.${aidClass}.maxFen`));
    if (minFen > maxFen) {
      const params = { aidClass, minFen, maxFen };
      faults.push(at(`classes.${aidClass}.maxFen`, { code: 'policy.range_reversed', params }));
    }
    return faults;
  });
}

function checkLimits(body: PolicyBody): PolicyFault[] {
  const { personPerTime, householdYear, householdYearHard } = body;
  const faults = (['personPerTime', 'householdYear', 'goodsPerTime'] as const).flatMap((limit) =>
    body[limit].limitFen === 0 ? [missingAmount(`${limit}.limitFen`)] : [],
  );
  if (householdYear.limitFen < personPerTime.limitFen) {
    const params = { personFen: personPerTime.limitFen, householdFen: householdYear.limitFen };
    const reason = { code: 'policy.household_below_person', params } as const;
    faults.push(at('householdYear.limitFen', reason));
  }
  const { months } = householdYearHard;
  return [...faults, ...bound('householdYearHard.months', months, { min: 1, max: MAX_MONTHS })];
}

const CLOCKS = [
  'grassrootsDays',
  'townDays',
  'emergencyDays',
  'paymentDays',
  'supplementDays',
  'reexaminationRequestDays',
  'reexaminationDays',
] as const;

function checkClocks({ clocks, districtReview }: PolicyBody): PolicyFault[] {
  const bounds = { min: 1, max: MAX_CLOCK_DAYS };
  return [
    ...bound('districtReview.workingDays', districtReview.workingDays, bounds),
    ...CLOCKS.flatMap((clock) => bound(`clocks.${clock}`, clocks[clock], bounds)),
  ];
}

function checkNotice({ notice }: PolicyBody): PolicyFault[] {
  return (['grassrootsDays', 'districtDays'] as const).flatMap((tier) => {
    const place = `notice.${tier}`;
    const days = notice[tier];
    if (days > 0 && days < MIN_NOTICE_DAYS) {
      return [at(place, { code: 'policy.notice_too_short', params: { place } })];
    }
    return bound(place, days, { min: 0, max: MAX_NOTICE_DAYS });
  });
}

/** A decision cites its clause, so each rule has one. */
function checkCitations(body: PolicyBody): PolicyFault[] {
  const cited: readonly (readonly [string, Citation])[] = [
    ['membership', body.membership],
    ['evidence', body.evidence],
    ...AID_CLASSES.map(
      (code) => [`classes.${code}.citation`, body.classes[code].citation] as const,
    ),
    ['quarterly.citation', body.quarterly.citation],
    ['emergency.onePaymentPerEvent', body.emergency.onePaymentPerEvent],
    ['personPerTime.citation', body.personPerTime.citation],
    ['householdYear.citation', body.householdYear.citation],
    ['householdYearHard.citation', body.householdYearHard.citation],
    ['goodsPerTime.citation', body.goodsPerTime.citation],
    ['districtReview.citation', body.districtReview.citation],
    ['clocks.citation', body.clocks.citation],
    ['notice.citation', body.notice.citation],
    ['paymentAfterApproval', body.paymentAfterApproval],
    ['identityNumber', body.identityNumber],
    ['fundSource', body.fundSource],
  ];
  return cited.flatMap(([place, { document, clause }]) => [
    ...(document === '' ? [missingText(`${place}.document`)] : []),
    ...(clause === '' ? [missingText(`${place}.clause`)] : []),
  ]);
}

function bound(
  place: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): PolicyFault[] {
  if (value >= min && value <= max) return [];
  return [at(place, { code: 'policy.out_of_bounds', params: { place, min, max } })];
}

function missingText(place: string): PolicyFault {
  return at(place, { code: 'policy.text_missing', params: { place } });
}

function missingAmount(place: string): PolicyFault {
  return at(place, { code: 'policy.amount_missing', params: { place } });
}

function at(place: string, reason: PolicyFaultReason): PolicyFault {
  return { path: `body.${place}`, reason };
}
