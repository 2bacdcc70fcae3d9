import { CODE, DATE, NAME, oneOf, TEXT } from '../cell-kinds.ts';
import { optional, required, type SheetSpec } from '../sheet-spec.ts';
import {
  AWARENESS_ANSWERS,
  RELIEF_ANSWERS,
  RESPONDENTS,
  SATISFACTION_ANSWERS,
  UPHELD_ANSWERS,
  VISIT_MODES,
  type Grievance,
  type SurveyAnswer,
  type Visit,
} from '../year-records.ts';

export type SurveyValues = Omit<SurveyAnswer, 'row'>;

export const SURVEY_SHEET: SheetSpec<SurveyValues, SurveyAnswer> = {
  name: '问卷',
  isRequired: false,
  purpose: '收回的问卷，一份一行；没有回答的题留空。',
  columns: {
    number: required('问卷编号', CODE, '不得重复'),
    respondent: required('对象', oneOf(RESPONDENTS)),
    townUnion: optional('镇街或系统', NAME),
    awareness: optional('是否知晓政策', oneOf(AWARENESS_ANSWERS)),
    relief: optional('缓解压力', oneOf(RELIEF_ANSWERS)),
    satisfaction: optional('满意度', oneOf(SATISFACTION_ANSWERS)),
  },
  toRecord: (values, row) => ({ row, ...values }),
  toValues: ({ row: _row, ...values }) => values,
};

export type VisitValues = Omit<Visit, 'row'>;

export const VISIT_SHEET: SheetSpec<VisitValues, Visit> = {
  name: '回访',
  isRequired: false,
  purpose: '救助后的回访，一次一行。',
  columns: {
    date: required('日期', DATE),
    application: required('申请编号', CODE, '须为救助台账中的申请编号'),
    mode: required('方式', oneOf(VISIT_MODES)),
    need: optional('需求', TEXT),
    result: optional('结果', TEXT),
  },
  toRecord: (values, row) => ({ row, ...values }),
  toValues: ({ row: _row, ...values }) => values,
};

export type GrievanceValues = Omit<Grievance, 'row'>;

export const GRIEVANCE_SHEET: SheetSpec<GrievanceValues, Grievance> = {
  name: '投诉',
  isRequired: false,
  purpose: '信访和投诉，一件一行。',
  columns: {
    date: required('日期', DATE),
    type: required('类型', TEXT),
    upheld: required('是否属实', oneOf(UPHELD_ANSWERS)),
    closedOn: optional('办结日期', DATE),
  },
  toRecord: (values, row) => ({ row, ...values }),
  toValues: ({ row: _row, ...values }) => values,
};
