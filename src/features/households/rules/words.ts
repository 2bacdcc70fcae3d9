/** Options of the form (困难家庭登记表) by code; their Chinese names stand in `messages.ts`. */
export const HARDSHIP_CLASSES = ['deep', 'relative', 'accidental', 'none', 'unknown'] as const;
export type HardshipClass = (typeof HARDSHIP_CLASSES)[number];

/** `current`: classes since about 2020; `old`: those of 2016 to 2019, kept on old files. */
export const SCHEMES = ['current', 'old'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const TIERS = ['national', 'provincial', 'city', 'district', 'grassroots'] as const;
export type Tier = (typeof TIERS)[number];

export const HOUSEHOLD_STATES = ['open', 'exited', 'merged'] as const;
export type HouseholdState = (typeof HOUSEHOLD_STATES)[number];

export const CAUSES = [
  'own_illness',
  'relative_illness',
  'own_disability',
  'relative_disability',
  'unemployment',
  'low_income',
  'natural_disaster',
  'accident',
  'schooling',
  'other',
] as const;
export type Cause = (typeof CAUSES)[number];

export const RELATIONS = [
  'head',
  'spouse',
  'child',
  'parent',
  'parent_in_law',
  'child_in_law',
  'grandparent',
  'grandchild',
  'sibling',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const PERSON_ROLES = ['head', 'worker', 'member'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export const HEALTH_STATES = [
  'good',
  'cancer',
  'cardiovascular',
  'cerebrovascular',
  'kidney_failure',
  'mental_illness',
  'liver',
  'blood',
  'diabetes',
  'spine',
  'hypertension',
  'lung',
  'common_illness',
  'disability',
] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** Schooling in the compulsory years (义务教育) is asked apart from the rest: it never counts. */
export const SPENDING_KINDS = [
  'illness',
  'disability',
  'schooling',
  'compulsory_schooling',
  'housing',
  'other',
] as const;
export type SpendingKind = (typeof SPENDING_KINDS)[number];

export const INCOME_KINDS = [
  'wage',
  'business',
  'property',
  'pension',
  'unemployment_benefit',
  'maintenance',
  'rent',
  'gift',
  'union_relief',
  'basic_pension',
  'festival_gift',
  'other',
] as const;
export type IncomeKind = (typeof INCOME_KINDS)[number];

export const WORK_STATES = [
  'on_post',
  'off_post',
  'unemployed',
  'retired',
  'sick_leave',
  'early_retired',
  'in_school',
  'below_working_age',
  'unable_to_work',
] as const;
export type WorkState = (typeof WORK_STATES)[number];

export const MARITAL_STATES = ['single', 'married', 'divorced', 'widowed'] as const;
export const POLITICAL_STATES = [
  'party_member',
  'league_member',
  'masses',
  'democratic_party',
  'other',
] as const;
export const HOUSING_KINDS = [
  'bought',
  'self_built',
  'public',
  'low_rent',
  'rented',
  'none',
  'other',
] as const;
export const MODEL_WORKER_KINDS = ['national', 'provincial', 'city', 'other', 'none'] as const;
export const REGISTRATION_KINDS = ['urban', 'rural', 'resident'] as const;
export const INSURANCE_KINDS = ['employee', 'resident', 'none'] as const;

/** What may strike a family (意外致困): four are events, the last is judged by its cost. */
export const ACCIDENT_KINDS = [
  'disaster',
  'accident',
  'epidemic',
  'public_safety',
  'sudden_illness',
] as const;
export type AccidentKind = (typeof ACCIDENT_KINDS)[number];

/** Classes of the scheme of 2016 to 2019. */
export const OLD_CLASSES = ['minimum_living', 'borderline', 'accidental'] as const;
export type OldClass = (typeof OLD_CLASSES)[number];

export const EXIT_KINDS = [
  'out_of_hardship',
  'moved_away',
  'died',
  'false_papers',
  'withdrawn',
  'other',
] as const;
export type ExitKind = (typeof EXIT_KINDS)[number];

/** What shuts a family out whatever its income; each must be answered. */
export const EXCLUSIONS = [
  'high_fee_school',
  'controls_company',
  'two_homes',
  'motor_vehicle',
  'shop_or_hired_labour',
  'refuses_checks',
  'refuses_work',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export const FACT_SOURCES = [
  'application',
  'visit',
  'recheck',
  'import',
  'correction',
  'civil_affairs',
  'merge',
  'split',
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** Those a person may name when saving the form; the others are written by their own acts. */
export const TYPED_SOURCES = ['application', 'visit', 'recheck', 'correction'] as const;

export const EVENT_KINDS = [
  'opened',
  'changed',
  'head_changed',
  'rechecked',
  'exited',
  'relapsed',
  'split_off',
  'split_from',
  'merged_in',
  'merged_away',
  'merge_undone',
  'moved',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
