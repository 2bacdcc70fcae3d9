import { day } from '#core/plain-date.ts';

import { SAMPLE_UNIONS } from './sample-unions.ts';
import type {
  Inspection,
  PolicyForwarding,
  PublicityAction,
  SurveyAnswer,
} from './year-records.ts';

/** By union, in the order of the union list: thirty recipients answered. */
const ANSWERS_BY_UNION = [5, 2, 1, 2, 2, 1, 6, 3, 2, 1, 1, 1, 1, 2];

/** Thirty recipients: all aware, all satisfied, relief told in both good options. */
export function sampleSurvey(): readonly SurveyAnswer[] {
  const unions = SAMPLE_UNIONS.flatMap((union, index) =>
    Array.from({ length: ANSWERS_BY_UNION[index] ?? 0 }, () => union.name),
  );
  return unions.map((townUnion, index) => ({
    row: `问卷!${index + 2}`,
    number: `WJ2023-${String(index + 1).padStart(3, '0')}`,
    respondent: '受助职工',
    townUnion,
    awareness: '知晓',
    relief: index % 5 < 3 ? '非常有作用' : '有一定作用',
    satisfaction: index % 10 < 7 ? '非常满意' : '满意',
  }));
}

type PublicityData = readonly [
  planned: string | null,
  completed: string | null,
  channel: PublicityAction['channel'],
  title: string,
  reach: number | null,
  evidence: string | null,
];

/** Told in person in the towns; the one post planned for the official account never appeared. */
const PUBLICITY: readonly PublicityData[] = [
  ['2023-03-31', null, '公众号', '困难职工帮扶政策解读', null, null],
  [null, '2023-02-22', '口头', '荔城街基层工会建会时讲解帮扶政策', 46, '建会会议记录（样例）'],
  [null, '2023-04-18', '口头', '新塘镇工会干部走访企业讲解帮扶政策', 62, '走访记录（样例）'],
  [null, '2023-05-24', '口头', '石滩镇职工来访时讲解申请条件', 18, '来访登记（样例）'],
  [null, '2023-08-16', '口头', '永宁街园区企业座谈时讲解帮扶政策', 35, '座谈记录（样例）'],
  [null, '2023-10-20', '口头', '派潭镇基层工会换届时讲解帮扶政策', 28, '会议记录（样例）'],
];

export function samplePublicity(): readonly PublicityAction[] {
  return PUBLICITY.map(([planned, completed, channel, title, reach, evidence], index) => ({
    row: `宣传!${index + 2}`,
    plannedOn: planned === null ? null : day(planned),
    completedOn: completed === null ? null : day(completed),
    channel,
    title,
    reach,
    evidence,
  }));
}

/** The district rule was due for every town and system union; no forwarding is on file. */
export function sampleForwarding(): readonly PolicyForwarding[] {
  return SAMPLE_UNIONS.map((union, index) => ({
    row: `政策转发!${index + 2}`,
    document: '增城区总工会帮扶救助困难职工实施办法',
    union: union.name,
    due: true,
    forwardedOn: null,
    evidence: null,
  }));
}

/** Day, town-level union, files drawn: 82 of the year's 273. */
const FILES_CHECKED: readonly (readonly [string, string, number])[] = [
  ['2023-12-18', '荔城街总工会', 22],
  ['2023-12-19', '新塘镇总工会', 26],
  ['2023-12-20', '石滩镇总工会', 14],
  ['2023-12-21', '永宁街总工会', 10],
  ['2023-12-22', '增江街总工会', 10],
];

/** One spot check in a week of December, in five towns, all files conforming; it stood on no plan. */
export function sampleInspections(): readonly Inspection[] {
  return FILES_CHECKED.map(([completedOn, townUnion, files], index) => ({
    row: `监督检查!${index + 2}`,
    plannedOn: null,
    completedOn: day(completedOn),
    townUnion,
    sampled: files,
    conforming: files,
    problem: null,
    rectifiedOn: null,
  }));
}
