import { SAMPLE_BUDGET, SAMPLE_FUND } from './sample-budget.ts';
import type { SampleCase } from './sample-case.ts';
import { sampleElements } from './sample-elements.ts';
import { emergencyCases } from './sample-emergency.ts';
import { sampleLedger } from './sample-ledger.ts';
import { quarterlyApplicants, quarterlyCases } from './sample-quarterly.ts';
import { seededDraw } from './sample-random.ts';
import type { Draw } from './sample-random.ts';
import { refusedCase } from './sample-refused.ts';
import {
  sampleForwarding,
  sampleInspections,
  samplePublicity,
  sampleSurvey,
} from './sample-work.ts';
import type { YearRecords } from './year-records.ts';

const SEED = 2023;
/** 233 of 273 district decisions in time, 245 of 273 rows with every review column filled. */
const LEDGER_OPTIONS = { lateRows: 40, blankRows: 28 };

/**
 * The district's 2023 as records: sums, counts and rates are the real ones, people and papers are
 * invented and marked as samples. Every call gives equal records.
 */
export function sampleYear(): YearRecords {
  const draw = seededDraw(SEED);
  return {
    fund: SAMPLE_FUND,
    budget: SAMPLE_BUDGET,
    aid: sampleLedger(sampleCases(draw), draw, LEDGER_OPTIONS),
    survey: sampleSurvey(),
    publicity: samplePublicity(),
    training: [],
    forwarding: sampleForwarding(),
    inspections: sampleInspections(),
    visits: [],
    grievances: [],
    indicators: null,
    elements: sampleElements(),
    reviewScores: [],
  };
}

function sampleCases(draw: Draw): readonly SampleCase[] {
  const applicants = quarterlyApplicants(draw);
  const emergencies = emergencyCases(applicants, applicants.length);
  const refused = refusedCase(applicants.length + emergencies.length);
  return [...quarterlyCases(applicants, draw), ...emergencies, refused];
}
