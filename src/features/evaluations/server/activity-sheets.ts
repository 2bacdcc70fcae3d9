import type {
  Grievance,
  Inspection,
  PolicyForwarding,
  PublicityAction,
  SurveyAnswer,
  TrainingSession,
  Visit,
  YearRecords,
} from '#features/fund-years/rules/year-records.ts';

import { place, toRecordSheet } from './record-sheet.ts';
import type { Column, RecordSheet } from './record-sheet.ts';

/** What was done around the payments: survey, publicity, training, forwarding, inspection, visits, complaints. */
export function activitySheets(records: YearRecords): readonly RecordSheet[] {
  return [
    bySheetRow('问卷', records.survey, SURVEY),
    bySheetRow('宣传', records.publicity, PUBLICITY),
    bySheetRow('培训', records.training, TRAINING),
    bySheetRow('政策转发', records.forwarding, FORWARDING),
    bySheetRow('监督检查', records.inspections, INSPECTIONS),
    bySheetRow('回访', records.visits, VISITS),
    bySheetRow('投诉', records.grievances, GRIEVANCES),
  ];
}

function bySheetRow<Row extends { readonly row: string }>(
  name: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): RecordSheet {
  return toRecordSheet({
    name,
    rows,
    referencesOf: (row) => [row.row],
    columns: [place, ...columns],
  });
}

const SURVEY: readonly Column<SurveyAnswer>[] = [
  { key: 'number', title: '问卷编号', width: 120, read: (row) => row.number },
  { key: 'respondent', title: '对象', width: 110, read: (row) => row.respondent },
  { key: 'townUnion', title: '镇街或系统', width: 160, read: (row) => row.townUnion },
  { key: 'awareness', title: '是否知晓政策', width: 130, read: (row) => row.awareness },
  { key: 'relief', title: '缓解压力', width: 130, read: (row) => row.relief },
  { key: 'satisfaction', title: '满意度', width: 120, read: (row) => row.satisfaction },
];

const PUBLICITY: readonly Column<PublicityAction>[] = [
  { key: 'title', title: '标题', width: 260, read: (row) => row.title },
  { key: 'channel', title: '渠道', width: 100, read: (row) => row.channel },
  { key: 'plannedOn', title: '计划日期', width: 110, read: (row) => row.plannedOn },
  { key: 'completedOn', title: '完成日期', width: 110, read: (row) => row.completedOn },
  { key: 'reach', title: '触达人数', width: 100, align: 'right', read: (row) => row.reach },
  { key: 'evidence', title: '佐证', width: 220, read: (row) => row.evidence },
];

const TRAINING: readonly Column<TrainingSession>[] = [
  { key: 'subject', title: '主题', width: 260, read: (row) => row.subject },
  { key: 'date', title: '日期', width: 110, read: (row) => row.date },
  { key: 'tier', title: '层级', width: 110, read: (row) => row.tier },
  { key: 'expected', title: '应到人数', width: 100, align: 'right', read: (row) => row.expected },
  { key: 'attended', title: '实到人数', width: 100, align: 'right', read: (row) => row.attended },
  { key: 'evidence', title: '佐证', width: 220, read: (row) => row.evidence },
];

const FORWARDING: readonly Column<PolicyForwarding>[] = [
  { key: 'document', title: '文件', width: 260, read: (row) => row.document },
  { key: 'union', title: '工会', width: 200, read: (row) => row.union },
  { key: 'due', title: '应转发', width: 90, read: (row) => row.due },
  { key: 'forwardedOn', title: '转发日期', width: 110, read: (row) => row.forwardedOn },
  { key: 'evidence', title: '佐证', width: 220, read: (row) => row.evidence },
];

const INSPECTIONS: readonly Column<Inspection>[] = [
  { key: 'townUnion', title: '镇街或系统', width: 160, read: (row) => row.townUnion },
  { key: 'plannedOn', title: '计划日期', width: 110, read: (row) => row.plannedOn },
  { key: 'completedOn', title: '完成日期', width: 110, read: (row) => row.completedOn },
  { key: 'sampled', title: '抽查份数', width: 100, align: 'right', read: (row) => row.sampled },
  {
    key: 'conforming',
    title: '合格份数',
    width: 100,
    align: 'right',
    read: (row) => row.conforming,
  },
  { key: 'problem', title: '发现问题', width: 240, read: (row) => row.problem },
  { key: 'rectifiedOn', title: '整改完成日期', width: 130, read: (row) => row.rectifiedOn },
];

const VISITS: readonly Column<Visit>[] = [
  { key: 'application', title: '申请编号', width: 130, read: (row) => row.application },
  { key: 'date', title: '日期', width: 110, read: (row) => row.date },
  { key: 'mode', title: '方式', width: 90, read: (row) => row.mode },
  { key: 'need', title: '需求', width: 240, read: (row) => row.need },
  { key: 'result', title: '结果', width: 240, read: (row) => row.result },
];

const GRIEVANCES: readonly Column<Grievance>[] = [
  { key: 'date', title: '日期', width: 110, read: (row) => row.date },
  { key: 'type', title: '类型', width: 160, read: (row) => row.type },
  { key: 'upheld', title: '是否属实', width: 100, read: (row) => row.upheld },
  { key: 'closedOn', title: '办结日期', width: 110, read: (row) => row.closedOn },
];
