import { fen, formatYuan } from '#core/money.ts';

import {
  ACCIDENT_LABELS,
  FORM_LABELS,
  HEAD_LABELS,
  INCOME_LABELS,
  PERSON_LABELS,
  PROPERTY_LABELS,
  SPENDING_LABELS,
} from './field-labels.ts';
import type { HouseholdForm } from './household-form.ts';
import * as names from './word-names.ts';

/** One field of a version: where it lies, its name, and what it says. */
export interface FormEntry {
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly isChanged: boolean;
}

export interface FormPart {
  readonly title: string;
  readonly entries: readonly FormEntry[];
}

export interface DescribedForm {
  readonly parts: readonly FormPart[];
  /** What the version before had and this one has not, in words. */
  readonly gone: readonly string[];
}

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Piece {
  readonly title: string;
  /** In front of each field's name; empty for those of the form itself. */
  readonly prefix: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly words: Words;
  readonly values: Readonly<Record<string, unknown>>;
}

const MONEY = new Set(['yearly', 'reimbursed', 'netCost']);
const PERSON_WORDS: Words = {
  role: names.PERSON_ROLE_NAMES,
  relation: names.RELATION_NAMES,
  sex: names.SEX_NAMES,
  workState: names.WORK_STATE_NAMES,
  health: names.HEALTH_NAMES,
  insurance: names.INSURANCE_NAMES,
};
const HEAD_WORDS: Words = {
  political: names.POLITICAL_NAMES,
  marital: names.MARITAL_NAMES,
  registration: names.REGISTRATION_NAMES,
  modelWorker: names.MODEL_WORKER_NAMES,
  housing: names.HOUSING_NAMES,
};
const FORM_WORDS: Words = {
  mainCause: names.CAUSE_NAMES,
  otherCauses: names.CAUSE_NAMES,
  scheme: names.SCHEME_NAMES,
  tier: names.TIER_NAMES,
  oldClass: names.OLD_CLASS_NAMES,
};
const GONE_TITLES: Readonly<Record<string, string>> = {
  people: '家庭成员',
  income: '收入',
  spending: '刚性支出',
};

/** A version field by field in words, with what differs from the one before. */
export function describeForm(form: HouseholdForm, changed: readonly string[]): DescribedForm {
  const parts = piecesOf(form).map((piece) => describePiece(piece, changed));
  const described = parts.flatMap(({ entries }) => entries.map(({ path }) => path));
  const gone = changed.filter((path) => !described.some((one) => covers(path, one)));
  return { parts, gone: [...new Set(gone.map(goneText))] };
}

function describePiece(piece: Piece, changed: readonly string[]): FormPart {
  const { title, prefix, labels, words, values } = piece;
  return {
    title,
    entries: Object.entries(labels).map(([key, label]) => {
      const path = prefix === '' ? key : `${prefix}.${key}`;
      return {
        path,
        label,
        text: textOf(key, values[key], words[key]),
        isChanged: changed.some((one) => covers(one, path)),
      };
    }),
  };
}

/** A changed row changes each of its fields; a changed item of a list changes the list. */
function covers(changed: string, path: string): boolean {
  return changed === path || path.startsWith(`${changed}.`) || changed.startsWith(`${path}.`);
}

function goneText(path: string): string {
  const [part = '', index] = path.split('.');
  const title = GONE_TITLES[part];
  if (title !== undefined && index !== undefined) return `${title}第 ${Number(index) + 1} 行已删除`;
  return part === 'accident' ? '意外事件已删除' : '另有其他内容改动';
}

function piecesOf(form: HouseholdForm): readonly Piece[] {
  const { people, head, income, spending, property, exclusions, accident } = form;
  const nameAt = (index: number): string => people[index]?.name ?? '—';
  return [
    ...people.map((person, index) => ({
      title: `成员：${person.name}`,
      prefix: `people.${index}`,
      labels: PERSON_LABELS,
      words: PERSON_WORDS,
      values: person,
    })),
    { title: '户主情况', prefix: 'head', labels: HEAD_LABELS, words: HEAD_WORDS, values: head },
    ...income.map((row, index) => ({
      title: `收入：第 ${index + 1} 行`,
      prefix: `income.${index}`,
      labels: INCOME_LABELS,
      words: { kind: names.INCOME_KIND_NAMES },
      values: { ...row, person: nameAt(row.person) },
    })),
    ...spending.map((row, index) => ({
      title: `刚性支出：第 ${index + 1} 行`,
      prefix: `spending.${index}`,
      labels: SPENDING_LABELS,
      words: { kind: names.SPENDING_KIND_NAMES },
      values: row,
    })),
    piece('财产', 'property', PROPERTY_LABELS, property),
    piece('排除情形', 'exclusions', names.EXCLUSION_NAMES, exclusions),
    ...(accident === null
      ? []
      : [
          {
            ...piece('意外事件', 'accident', ACCIDENT_LABELS, accident),
            words: { kind: names.ACCIDENT_KIND_NAMES },
          },
        ]),
    { ...piece('致困原因、银行卡和档案', '', FORM_LABELS, form), words: FORM_WORDS },
  ];
}

function piece(
  title: string,
  prefix: string,
  labels: Piece['labels'],
  values: Piece['values'],
): Piece {
  return { title, prefix, labels, values, words: {} };
}

function textOf(
  key: string,
  value: unknown,
  words: Readonly<Record<string, string>> | undefined,
): string {
  if (value === null || value === undefined || value === '') return '未填写';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number')
    return MONEY.has(key) ? `${formatYuan(fen(value))} 元` : `${value}`;
  if (Array.isArray(value)) {
    const texts = value.map((one: unknown) => textOf(key, one, words));
    return texts.length === 0 ? '未填写' : texts.join('、');
  }
  if (typeof value !== 'string') return '未填写';
  return words?.[value] ?? value;
}
