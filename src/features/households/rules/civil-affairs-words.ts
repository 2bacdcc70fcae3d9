/** 类别 of a low-income list of civil affairs. */
export const CIVIL_AFFAIRS_KINDS = [
  'minimum_living',
  'low_income',
  'special_hardship',
  'borderline',
] as const;
export type CivilAffairsKind = (typeof CIVIL_AFFAIRS_KINDS)[number];

export const CIVIL_AFFAIRS_KIND_NAMES: Readonly<Record<CivilAffairsKind, string>> = {
  minimum_living: '低保',
  low_income: '低收入',
  special_hardship: '特困',
  borderline: '低保边缘',
};

/** What somebody who was asked may have answered. */
export const TYPED_ANSWERS = ['waiting', 'approached', 'declined'] as const;
export type TypedAnswer = (typeof TYPED_ANSWERS)[number];

/** `opened` is seen from the files, never typed. */
export const CIVIL_AFFAIRS_ANSWERS = [...TYPED_ANSWERS, 'opened'] as const;
export type CivilAffairsAnswer = (typeof CIVIL_AFFAIRS_ANSWERS)[number];

export const CIVIL_AFFAIRS_ANSWER_NAMES: Readonly<Record<CivilAffairsAnswer, string>> = {
  waiting: '待联系',
  approached: '已联系',
  declined: '不愿建档',
  opened: '已建档',
};
