import { fen } from '#core/money.ts';
import { oneOf, oneOfOrNull } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toRound } from '#features/applications/rules/judge-application.ts';
import { APPLICATION_STATES } from '#features/applications/rules/states.ts';
import { FUND_SOURCES } from '#features/fund-years/rules/year-records.ts';
import type { AidRow, ReviewColumn } from '#features/fund-years/rules/year-records.ts';
import { SOURCE_KIND_NAMES } from '#features/funds/messages.ts';
import { SOURCE_KINDS } from '#features/funds/rules/fund-words.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';

import { ledgerStatus } from './ledger-status.ts';

/** Opinion and day of one tier's latest act on a case, as its step has them. */
export interface TierStep {
  readonly opinion: string | null;
  readonly on: string;
}

/** One case that came to the district, as the database has it. */
export interface LedgerCase {
  readonly number: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly fileNumber: string;
  readonly unionName: string;
  /** Null for a union with no town or system above it. */
  readonly townName: string | null;
  readonly aidType: string;
  readonly aidClass: string | null;
  readonly roundIndex: number | null;
  readonly appliedOn: string;
  readonly receivedOn: string;
  readonly grassroots: TierStep | null;
  readonly town: TierStep | null;
  readonly district: TierStep | null;
  readonly state: string;
  readonly approvedFen: number | null;
  /** Kind of the source that holds money for it. */
  readonly source: string | null;
  readonly paidOn: string | null;
  readonly eventNumber: string | null;
  readonly specialReason: string | null;
}

/** Goods have no class of their own, the ledger asks for one, and the rules of goods look at none. */
const CLASS_OF_GOODS = 'Q1';
/** Which source a case is paid from is not settled before it is paid. */
const NO_SOURCE_YET = '其他';

/** The row of 救助台账 that a case makes in a fund-year. */
export function toAidRow(one: LedgerCase, year: number): Omit<AidRow, 'row'> {
  return {
    application: one.number,
    name: one.name,
    identityNumber: one.identityNumber,
    household: one.fileNumber,
    grassrootsUnion: one.unionName,
    townUnion: one.townName ?? one.unionName,
    aidType: oneOf(AID_TYPES, one.aidType),
    aidClass: oneOfOrNull(AID_CLASSES, one.aidClass) ?? CLASS_OF_GOODS,
    quarter: quarterOfYear(one.roundIndex, year),
    appliedOn: day(one.appliedOn),
    grassroots: toColumn(one.grassroots),
    town: toColumn(one.town),
    receivedOn: day(one.receivedOn),
    district: toColumn(one.district),
    amountFen: fen(one.approvedFen ?? 0),
    source: toSource(one.source),
    paidOn: toDay(one.paidOn),
    status: ledgerStatus(oneOf(APPLICATION_STATES, one.state)),
    event: one.eventNumber,
    specialReason: one.specialReason,
  };
}

/** 季度 is a quarter of the fund-year: a round of another year is left blank, and the day of payment tells. */
function quarterOfYear(roundIndex: number | null, year: number): number | null {
  if (roundIndex === null) return null;
  const round = toRound(roundIndex);
  return round.year === year ? round.quarter : null;
}

function toColumn(step: TierStep | null): ReviewColumn {
  return step === null
    ? { opinion: null, date: null }
    : { opinion: step.opinion, date: day(step.on) };
}

function toSource(kind: string | null): AidRow['source'] {
  const known = oneOfOrNull(SOURCE_KINDS, kind);
  return known === null ? NO_SOURCE_YET : oneOf(FUND_SOURCES, SOURCE_KIND_NAMES[known]);
}

function toDay(text: string | null): PlainDate | null {
  return text === null ? null : day(text);
}
