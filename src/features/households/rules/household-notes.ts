import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { toHouseholdValues, toMemberValues } from './form-to-rows.ts';
import type { ListedFile } from './form-to-rows.ts';
import type { HouseholdSheetRow, MemberSheetRow } from './household-sheets.ts';
import { blankForm, blankPerson } from './overlay-form.ts';
import { EXAMPLE_NUMBER } from './sheet-cells.ts';

/** How the template is filled in; the columns follow below. */
export const HOUSEHOLD_NOTES: readonly string[] = [
  '“困难家庭”表一户一行；“家庭成员”表填写户主以外的人，一人一行，用户主身份证号对应。带*的列必填。',
  '户主已有档案的，按本表更新，旧内容留作历史版本；没有的，新建档案。空白的格不作更改。',
  '“家庭成员”表中没有列出的成员保留不动；成员离开、变更户主、分户、并户、退出请在档案页面逐户办理。',
  '金额为近12个月合计，单位元；确实没有收入的请填0，留空表示未填写，不能确定困难类别。',
  '身份证号、手机、银行卡号各列为文本格式，粘贴时请选择“只粘贴数值”，以免末尾数字丢失。',
  '一次最多10000户、30000名家庭成员，文件不超过20MB，请保存为.xlsx格式（Excel或WPS均可）。',
  '工作表中的示例行仅供参考，导入前请删除。',
];

const blank = blankForm();

const EXAMPLE: ListedFile = {
  fileNumber: EXAMPLE_NUMBER,
  unionCode: '440118-01-001',
  openedOn: day('2026-01-12'),
  validOn: day('2026-01-12'),
  form: {
    ...blank,
    people: [
      {
        ...blankPerson({ id: null, role: 'head', relation: 'head' }),
        name: '张样例',
        identityNumber: '440118199001010019',
        phone: '13800138000',
        isUnionMember: true,
        workState: 'sick_leave',
        employer: '样例机械厂',
        health: 'cancer',
        illness: '恶性肿瘤（样例）',
        insurance: 'employee',
      },
      {
        ...blankPerson({ id: null, role: 'member', relation: 'child' }),
        name: '张小样',
        sex: 'female',
        bornOn: day('2015-06-01'),
        workState: 'below_working_age',
        employer: '样例小学',
        health: 'good',
        insurance: 'resident',
      },
    ],
    head: {
      ...blank.head,
      ethnicity: '汉族',
      marital: 'divorced',
      registration: 'urban',
      address: '样例区样例街道样例路1号',
      memberSince: day('2013-05-01'),
      housing: 'rented',
      housingAreaSquareMetres: 48,
      isSingleParent: true,
    },
    income: [{ person: 0, kind: 'wage', yearly: yuan(42_000) }],
    spending: [{ kind: 'illness', yearly: yuan(50_000), reimbursed: yuan(28_000), note: null }],
    exclusions: {
      high_fee_school: false,
      controls_company: false,
      two_homes: false,
      motor_vehicle: false,
      shop_or_hired_labour: false,
      refuses_checks: false,
      refuses_work: false,
    },
    mainCause: 'own_illness',
    causeText: '户主住院治疗，自付费用较高。',
  },
};

export const EXAMPLE_HOUSEHOLDS: readonly HouseholdSheetRow[] = [
  { ...toHouseholdValues(EXAMPLE), rowNumber: 2 },
];
export const EXAMPLE_MEMBERS: readonly MemberSheetRow[] = toMemberValues(EXAMPLE).map((values) => ({
  ...values,
  rowNumber: 2,
}));
