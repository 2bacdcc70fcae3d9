import { z } from 'zod';

import { fen } from '#core/money.ts';

import { AID_CLASSES, AID_TYPES } from './policy-version.ts';
import type { PolicyVersion } from './policy-version.ts';

/*
 * The shape of a version as it is stored and sent. What sound rules are is said by `check-policy-body`,
 * all faults at once and in the words of the form; the bounds here only keep nonsense out.
 */

const MAX_FEN = 100_000_000_00;
const MAX_DAYS = 366;
const MAX_PERCENT = 1000;
const Amount = z.int().min(0).max(MAX_FEN).transform(fen).describe('In fen');
const Days = z.int().min(0).max(MAX_DAYS).describe('Working days');
const Text = z.string().trim().max(200);

const Citation = z.object({ document: Text, clause: Text });
const AmountLimit = z.object({ limitFen: Amount, citation: Citation });

const ClassRule = z.object({
  code: z.enum(AID_CLASSES),
  aidType: z.enum(AID_TYPES),
  name: Text,
  minFen: Amount,
  maxFen: Amount,
  citation: Citation,
});

const PaperRule = z.object({
  code: z.string().trim().max(40),
  name: Text,
  classes: z.array(z.enum(AID_CLASSES)).max(AID_CLASSES.length),
  isRequired: z.boolean(),
  citation: Citation,
});

const Clocks = z.object({
  grassrootsDays: Days,
  townDays: Days,
  emergencyDays: Days,
  paymentDays: Days,
  supplementDays: Days,
  reexaminationRequestDays: Days,
  reexaminationDays: Days,
  citation: Citation,
});

const AmountStep = z.object({
  belowPercent: z.int().min(0).max(MAX_PERCENT),
  amountFen: Amount,
});

/** What a version says; its name and validity stand beside it. */
export const PolicyBody = z.object({
  documents: z.array(Text).max(20),
  membership: Citation,
  evidence: Citation,
  classes: z.record(z.enum(AID_CLASSES), ClassRule),
  quarterly: z.object({
    maxPerPersonYear: z.int().min(0).max(4),
    minQuarterDistance: z.int().min(0).max(8),
    steps: z.array(AmountStep).max(12),
    citation: Citation,
  }),
  emergency: z.object({ onePaymentPerEvent: Citation }),
  personPerTime: AmountLimit,
  householdYear: AmountLimit,
  householdYearHard: z.object({ months: z.int().min(0).max(120), citation: Citation }),
  goodsPerTime: AmountLimit,
  districtReview: z.object({ workingDays: Days, citation: Citation }),
  papers: z.array(PaperRule).max(60),
  clocks: Clocks,
  notice: z.object({
    grassrootsDays: Days,
    districtDays: Days,
    isAfterPaymentForEmergency: z.boolean(),
    citation: Citation,
  }),
  paymentAfterApproval: Citation,
  identityNumber: Citation,
  fundSource: Citation,
});
export type PolicyBody = z.output<typeof PolicyBody>;

/** Name and validity of a version. */
export type PolicyHead = Pick<PolicyVersion, 'id' | 'title' | 'validFrom' | 'validTo'>;

export function toPolicyVersion(head: PolicyHead, body: PolicyBody): PolicyVersion {
  const { id, title, validFrom, validTo } = head;
  return { id, title, validFrom, validTo, ...body };
}

export function toPolicyBody(version: PolicyVersion): PolicyBody {
  return PolicyBody.parse(version);
}
