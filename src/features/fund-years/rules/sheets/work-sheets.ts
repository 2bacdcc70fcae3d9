import { COUNT, DATE, NAME, oneOf, TEXT, YES_NO } from '../cell-kinds.ts';
import { fault } from '../parse-cell.ts';
import { optional, required, type SheetSpec } from '../sheet-spec.ts';
import {
  PUBLICITY_CHANNELS,
  type Inspection,
  type PolicyForwarding,
  type PublicityAction,
  type TrainingSession,
} from '../year-records.ts';

export type PublicityValues = Omit<PublicityAction, 'row'>;

export const PUBLICITY_SHEET: SheetSpec<PublicityValues, PublicityAction> = {
  name: '宣传',
  isRequired: false,
  purpose: '政策宣传的计划和完成情况，一次一行。',
  columns: {
    plannedOn: optional('计划日期', DATE),
    completedOn: optional('完成日期', DATE),
    channel: required('渠道', oneOf(PUBLICITY_CHANNELS)),
    title: required('标题', TEXT),
    reach: optional('触达人数', COUNT),
    evidence: optional('佐证', TEXT),
  },
  toRecord: (values, row) => ({ row, ...values }),
  toValues: ({ row: _row, ...values }) => values,
};

export type TrainingValues = Omit<TrainingSession, 'row'>;

export const TRAINING_SHEET: SheetSpec<TrainingValues, TrainingSession> = {
  name: '培训',
  isRequired: false,
  purpose: '帮扶业务培训，一场一行。',
  columns: {
    date: required('日期', DATE),
    subject: required('主题', TEXT),
    tier: optional('层级', NAME),
    expected: required('应到人数', COUNT),
    attended: required('实到人数', COUNT),
    evidence: optional('佐证', TEXT),
  },
  toRecord: (values, row) => ({ row, ...values }),
  toValues: ({ row: _row, ...values }) => values,
  check: ({ expected, attended }) =>
    expected !== undefined && attended !== undefined && attended > expected
      ? [{ column: 'attended', fault: fault('workbook.more_attended', { expected }) }]
      : [],
};

export type ForwardingValues = Omit<PolicyForwarding, 'row'>;

export const FORWARDING_SHEET: SheetSpec<ForwardingValues, PolicyForwarding> = {
  name: '政策转发',
  isRequired: false,
  purpose: '政策文件转发到各工会的情况，一个文件一个工会一行。',
  columns: {
    document: required('文件', TEXT),
    union: required('工会', NAME),
    due: required('应转发', YES_NO),
    forwardedOn: optional('转发日期', DATE),
    evidence: optional('佐证', TEXT),
  },
  toRecord: (values, row) => ({ row, ...values }),
  toValues: ({ row: _row, ...values }) => values,
};

export type InspectionValues = Omit<Inspection, 'row'>;

export const INSPECTION_SHEET: SheetSpec<InspectionValues, Inspection> = {
  name: '监督检查',
  isRequired: false,
  purpose: '监督检查和档案抽查，一次一行。',
  columns: {
    plannedOn: optional('计划日期', DATE),
    completedOn: optional('完成日期', DATE),
    townUnion: required('镇街或系统', NAME),
    sampled: optional('抽查份数', COUNT),
    conforming: optional('合格份数', COUNT),
    problem: optional('发现问题', TEXT),
    rectifiedOn: optional('整改完成日期', DATE),
  },
  toRecord: (values, row) => ({ row, ...values }),
  toValues: ({ row: _row, ...values }) => values,
  check: ({ sampled, conforming }) =>
    typeof conforming === 'number' && sampled !== undefined && conforming > (sampled ?? 0)
      ? [
          {
            column: 'conforming',
            fault: fault('workbook.more_conforming', { sampled: sampled ?? 0 }),
          },
        ]
      : [],
};
