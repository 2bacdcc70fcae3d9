import { AID_SHEET } from './sheets/aid-sheet.ts';
import { BUDGET_SHEET } from './sheets/budget-sheet.ts';
import { ELEMENT_SHEET, INDICATOR_SHEET, REVIEW_SHEET } from './sheets/framework-sheets.ts';
import { FUND_SHEET } from './sheets/fund-sheet.ts';
import { GRIEVANCE_SHEET, SURVEY_SHEET, VISIT_SHEET } from './sheets/survey-sheets.ts';
import {
  FORWARDING_SHEET,
  INSPECTION_SHEET,
  PUBLICITY_SHEET,
  TRAINING_SHEET,
} from './sheets/work-sheets.ts';

/** Every sheet of a year workbook, in the order of the template and of the list of problems. */
export const YEAR_SHEETS = {
  fund: FUND_SHEET,
  budget: BUDGET_SHEET,
  aid: AID_SHEET,
  survey: SURVEY_SHEET,
  publicity: PUBLICITY_SHEET,
  training: TRAINING_SHEET,
  forwarding: FORWARDING_SHEET,
  inspections: INSPECTION_SHEET,
  visits: VISIT_SHEET,
  grievances: GRIEVANCE_SHEET,
  indicators: INDICATOR_SHEET,
  elements: ELEMENT_SHEET,
  reviewScores: REVIEW_SHEET,
} as const;
