import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { prefixedRecord } from '#core/prefixed-record.ts';
import { rowOfReference } from '#features/fund-years/rules/cell-address.ts';
import {
  BIRTH_DATE,
  CODE,
  COUNT,
  DATE,
  NAME,
  SIGNED_YUAN,
  TEXT,
  YES_NO,
  YUAN,
  oneNamed,
} from '#features/fund-years/rules/cell-kinds.ts';
import { fault } from '#features/fund-years/rules/parse-cell.ts';
import { listColumns, optional, required } from '#features/fund-years/rules/sheet-spec.ts';
import type { Columns, RowFault, SheetSpec } from '#features/fund-years/rules/sheet-spec.ts';

import type { HeadForm, PersonForm } from './household-form.ts';
import { isMasked } from './masked-values.ts';
import { CAUSE_LIST, FILE_NUMBER, NUMBER_TEXT, PERSON_NUMBER, expected } from './sheet-cells.ts';
import * as names from './word-names.ts';
import * as words from './words.ts';
import type {
  AccidentKind,
  Cause,
  Exclusion,
  IncomeKind,
  OldClass,
  Scheme,
  SpendingKind,
  Tier,
} from './words.ts';

type Amounts<Prefix extends string, Kind extends string> = {
  readonly [K in Kind as `${Prefix}_${K}`]: Fen | null;
};

/** A blank cell says nothing: also a yes or no may be left open. */
type Blank<Form> = { readonly [Field in keyof Form]: Form[Field] | null };

/** What both sheets ask of a person. */
export type PersonFacts = Blank<Omit<PersonForm, 'id' | 'role' | 'relation' | 'name'>> & {
  readonly name: string;
} & Amounts<'income', IncomeKind>;

/** One row of the sheet 困难家庭: a file with the facts of its head. */
export type HouseholdValues = PersonFacts &
  Blank<HeadForm> &
  Amounts<'spending', SpendingKind> &
  Amounts<'reimbursed', SpendingKind> & {
    readonly [E in Exclusion as `exclusion_${E}`]: boolean | null;
  } & {
    readonly fileNumber: string | null;
    readonly unionCode: string;
    readonly openedOn: PlainDate | null;
    readonly validOn: PlainDate | null;
    readonly homeCount: number | null;
    readonly homeAreaSquareMetres: number | null;
    readonly vehicles: string | null;
    readonly shops: string | null;
    readonly otherProperty: string | null;
    readonly accidentKind: AccidentKind | null;
    readonly accidentOn: PlainDate | null;
    readonly accidentCost: Fen | null;
    readonly accidentNote: string | null;
    readonly mainCause: Cause | null;
    readonly otherCauses: readonly Cause[] | null;
    readonly causeText: string | null;
    readonly bankName: string | null;
    readonly bankBranch: string | null;
    readonly cardNumber: string | null;
    readonly scheme: Scheme | null;
    readonly tier: Tier | null;
    readonly oldClass: OldClass | null;
  };

/** One row of the sheet 家庭成员: somebody else of the family. */
export type MemberValues = PersonFacts & {
  readonly headNumber: string | null;
  readonly fileNumber: string | null;
  readonly role: 'worker' | 'member' | null;
  readonly relation: MemberRelation;
};

export type HouseholdSheetRow = HouseholdValues & { readonly rowNumber: number };
export type MemberSheetRow = MemberValues & { readonly rowNumber: number };

const MEMBER_ROLES = ['worker', 'member'] as const;
const MEMBER_RELATIONS = words.RELATIONS.filter((relation) => relation !== 'head');
export type MemberRelation = (typeof MEMBER_RELATIONS)[number];

const MASK_NOTE = '单元格为文本格式；导出的脱敏内容导入时不作更改';

const INCOME = prefixedRecord('income', words.INCOME_KINDS, (kind) =>
  optional(
    `收入：${names.INCOME_KIND_NAMES[kind]}`,
    YUAN,
    '本人近12个月合计，元；没有该项收入的留空',
  ),
);

const WORK_FACTS = {
  isUnionMember: optional('是否工会会员', YES_NO),
  workState: optional('工作状态', oneNamed(words.WORK_STATES, names.WORK_STATE_NAMES)),
};
const HEALTH_FACTS = {
  health: optional('健康状况', oneNamed(words.HEALTH_STATES, names.HEALTH_NAMES)),
  illness: optional('疾病或残疾类别', TEXT, '导出的脱敏内容导入时不作更改'),
  insurance: optional('医保状况', oneNamed(words.INSURANCE_KINDS, names.INSURANCE_NAMES)),
};
const SEX = optional(
  '性别',
  oneNamed(['male', 'female'], names.SEX_NAMES),
  '可不填，按身份证号确定',
);
const BORN_ON = optional('出生日期', BIRTH_DATE, '可不填，按身份证号确定');

export const HOUSEHOLD_SHEET: SheetSpec<HouseholdValues, HouseholdSheetRow> = {
  name: '困难家庭',
  isRequired: true,
  purpose: '一份档案一行，填写户主情况和全家的支出、财产、致困原因。',
  columns: {
    fileNumber: optional('档案编号', FILE_NUMBER, '新建的留空，由系统编号'),
    unionCode: required('所属工会编码', CODE, '户主所在工会在系统中的编码'),
    openedOn: optional('建档日期', DATE, '留空同填表日期；已有档案不作更改'),
    validOn: optional('填表日期', DATE, '本行情况以哪一天为准，留空为导入当天'),
    name: required('姓名', NAME, '户主姓名'),
    identityNumber: expected('身份证号', PERSON_NUMBER, `18位或15位，${MASK_NOTE}`),
    sex: SEX,
    ethnicity: optional('民族', NAME),
    bornOn: BORN_ON,
    political: optional('政治面貌', oneNamed(words.POLITICAL_STATES, names.POLITICAL_NAMES)),
    marital: optional('婚姻状况', oneNamed(words.MARITAL_STATES, names.MARITAL_NAMES)),
    registration: optional(
      '户口类型',
      oneNamed(words.REGISTRATION_KINDS, names.REGISTRATION_NAMES),
    ),
    registeredAt: optional('户籍地', TEXT),
    address: optional('现住址', TEXT, '导出的脱敏内容导入时不作更改'),
    phone: optional('手机', NUMBER_TEXT, MASK_NOTE),
    otherContact: optional('其他联系方式', TEXT),
    employer: optional('单位', NAME),
    employerNature: optional('单位性质', TEXT),
    employerState: optional('企业状况', TEXT),
    industry: optional('所属行业', TEXT),
    workingSince: optional('参加工作日期', DATE),
    contractFrom: optional('合同开始日期', DATE),
    contractTo: optional('合同终止日期', DATE),
    ...WORK_FACTS,
    modelWorker: optional('劳模类型', oneNamed(words.MODEL_WORKER_KINDS, names.MODEL_WORKER_NAMES)),
    ...HEALTH_FACTS,
    housing: optional('住房类型', oneNamed(words.HOUSING_KINDS, names.HOUSING_NAMES)),
    housingAreaSquareMetres: optional('建筑面积', COUNT, '平方米，整数'),
    isSingleParent: optional('是否单亲', YES_NO),
    isWithoutEarner: optional('是否零就业家庭', YES_NO),
    canHelpItself: optional('是否有自救能力', YES_NO),
    memberNumber: optional('会员号', NUMBER_TEXT),
    memberSince: optional('入会日期', DATE),
    paysDues: optional('是否缴纳会费', YES_NO),
    ...INCOME,
    ...prefixedRecord('spending', words.SPENDING_KINDS, (kind) =>
      optional(`支出：${names.SPENDING_KIND_NAMES[kind]}`, YUAN, '全家近12个月合计，元，报销以前'),
    ),
    ...prefixedRecord('reimbursed', words.SPENDING_KINDS, (kind) =>
      optional(
        `报销：${names.SPENDING_KIND_NAMES[kind]}`,
        YUAN,
        '该项支出已报销、补偿或救助的金额',
      ),
    ),
    homeCount: optional('不动产套数', COUNT),
    homeAreaSquareMetres: optional('不动产面积', COUNT, '平方米，整数'),
    vehicles: optional('车辆', TEXT, '如有，写明购买年份'),
    shops: optional('商铺', TEXT),
    otherProperty: optional('其他财产', TEXT),
    ...prefixedRecord('exclusion', words.EXCLUSIONS, (ground) =>
      optional(names.EXCLUSION_NAMES[ground], YES_NO, '排除情形，未填写的不能确定困难类别'),
    ),
    accidentKind: optional('意外事件', oneNamed(words.ACCIDENT_KINDS, names.ACCIDENT_KIND_NAMES)),
    accidentOn: optional('意外发生日期', DATE, '有意外事件时必填'),
    accidentCost: optional(
      '意外自负金额',
      YUAN,
      '赔偿、报销和救助以后由家庭自己承担的金额；有意外事件时必填',
    ),
    accidentNote: optional('意外经过', TEXT),
    mainCause: optional('主要致困原因', oneNamed(words.CAUSES, names.CAUSE_NAMES)),
    otherCauses: optional('次要致困原因', CAUSE_LIST, '可填几项，用顿号隔开，内容同主要致困原因'),
    causeText: optional('致困情况说明', TEXT),
    bankName: optional('开户银行', NAME),
    bankBranch: optional('开户支行', NAME),
    cardNumber: optional('银行卡号', NUMBER_TEXT, `户主的卡，${MASK_NOTE}`),
    scheme: optional('认定标准', oneNamed(words.SCHEMES, names.SCHEME_NAMES), '留空为现行分类'),
    tier: optional('档案层级', oneNamed(words.TIERS, names.TIER_NAMES), '留空为区县级'),
    oldClass: optional(
      '原困难类别',
      oneNamed(words.OLD_CLASSES, names.OLD_CLASS_NAMES),
      '按旧分类的档案填写',
    ),
  },
  toRecord: (values, row) => ({ ...values, rowNumber: rowOfReference(row) ?? 0 }),
  toValues: ({ rowNumber: _rowNumber, ...values }) => values,
  check: checkHousehold,
};

export const MEMBER_SHEET: SheetSpec<MemberValues, MemberSheetRow> = {
  name: '家庭成员',
  isRequired: false,
  purpose: '户主以外每人一行，以户主身份证号对应“困难家庭”表；没有其他成员的不填。',
  columns: {
    headNumber: expected('户主身份证号', PERSON_NUMBER, `与“困难家庭”表一致，${MASK_NOTE}`),
    fileNumber: optional('档案编号', FILE_NUMBER, '“困难家庭”表填了档案编号的，此处也填'),
    name: required('姓名', NAME),
    relation: required('与户主关系', oneNamed(MEMBER_RELATIONS, names.RELATION_NAMES)),
    role: optional('家庭角色', oneNamed(MEMBER_ROLES, names.PERSON_ROLE_NAMES), '留空为家庭成员'),
    sex: SEX,
    identityNumber: optional('身份证号', PERSON_NUMBER, `18位或15位，${MASK_NOTE}`),
    bornOn: BORN_ON,
    phone: optional('手机', NUMBER_TEXT, MASK_NOTE),
    ...HEALTH_FACTS,
    ...WORK_FACTS,
    employer: optional('单位或学校', NAME),
    ...INCOME,
  },
  toRecord: (values, row) => ({ ...values, rowNumber: rowOfReference(row) ?? 0 }),
  toValues: ({ rowNumber: _rowNumber, ...values }) => values,
  check: ({ headNumber, fileNumber }) =>
    isNumberless(headNumber, fileNumber)
      ? [{ column: 'headNumber', fault: fault('household.key_missing') }]
      : [],
};

/** An event is told whole or not at all. */
function checkHousehold(values: Partial<HouseholdValues>): readonly RowFault<HouseholdValues>[] {
  const faults: RowFault<HouseholdValues>[] = [];
  if (isNumberless(values.identityNumber, values.fileNumber)) {
    faults.push({ column: 'identityNumber', fault: fault('household.key_missing') });
  }
  const event = ['accidentKind', 'accidentOn', 'accidentCost'] as const;
  const isTold = [...event, 'accidentNote' as const].some((key) => (values[key] ?? null) !== null);
  for (const column of event) {
    if (isTold && values[column] === null) {
      faults.push({ column, fault: fault('workbook.required') });
    }
  }
  return faults;
}

/** Neither the number of a file nor a whole number of a person: nothing tells whom the row is about. */
function isNumberless(person: string | null | undefined, file: string | null | undefined): boolean {
  if (person === undefined || file === undefined || file !== null) return false;
  return person === null || isMasked(person);
}

/** What an export holds besides. An import reads it over: the rules and the acts of a file decide it. */
interface ListedFacts {
  readonly unionName: string;
  readonly state: words.HouseholdState;
  readonly hardshipClass: words.HardshipClass;
  readonly netMonthlyFen: Fen | null;
}

export type ExportedHousehold = HouseholdValues & ListedFacts;

const LISTED_COLUMNS: Columns<ListedFacts> = {
  unionName: required('所属工会', NAME),
  state: required('档案状态', oneNamed(words.HOUSEHOLD_STATES, names.HOUSEHOLD_STATE_NAMES)),
  hardshipClass: required('困难类别', oneNamed(words.HARDSHIP_CLASSES, names.HARDSHIP_CLASS_NAMES)),
  netMonthlyFen: optional('人均月净收入', SIGNED_YUAN),
};

export const LISTED_HEADINGS: readonly string[] = listColumns(LISTED_COLUMNS).map(
  ({ heading }) => heading,
);

export const HOUSEHOLD_EXPORT_SHEET: SheetSpec<ExportedHousehold, ExportedHousehold> = {
  name: HOUSEHOLD_SHEET.name,
  isRequired: true,
  purpose: '',
  columns: { ...HOUSEHOLD_SHEET.columns, ...LISTED_COLUMNS },
  toRecord: (values) => values,
  toValues: (household) => household,
};

export const MEMBER_EXPORT_SHEET: SheetSpec<MemberValues, MemberValues> = {
  ...MEMBER_SHEET,
  toRecord: (values) => values,
  toValues: (member) => member,
};
