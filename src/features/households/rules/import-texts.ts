import type { InputProblem } from '#core/input-problem.ts';

import { HOUSEHOLD_STATE_NAMES } from './word-names.ts';
import { HOUSEHOLD_STATES } from './words.ts';

interface CauseAndCure {
  readonly cause: string;
  readonly cure: string;
}

type Params = InputProblem['params'];

/** Faults of an imported list of households, by code. */
export const IMPORT_TEXTS: Readonly<Record<string, (params: Params) => CauseAndCure>> = {
  'household.example_row': () => ({ cause: '这是示例行', cure: '请删除本行' }),
  'household.not_a_number': () => ({
    cause: '不是档案编号',
    cure: '请填写系统中的档案编号；新建的请留空',
  }),
  'household.key_missing': () => ({
    cause: '没有完整的身份证号，也没有档案编号，不知道是哪一户',
    cure: '请填写户主身份证号；系统中已有的也可以只填档案编号',
  }),
  'household.row_twice': ({ other }) => ({
    cause: `与第${other}行是同一户`,
    cure: '请核对两行，保留一行',
  }),
  'household.head_row_missing': () => ({
    cause: '“困难家庭”表中没有这位户主',
    cure: '请在“困难家庭”表中增加户主一行，或更正户主身份证号、填写档案编号',
  }),
  'household.member_row_faulty': ({ other }) => ({
    cause: `“家庭成员”表第${other}行有误，整户不能导入`,
    cure: '请先改正该行',
  }),
  'household.unknown_file': () => ({
    cause: '没有这个档案编号，或不在您的管辖范围内',
    cure: '请核对档案编号；新建的请留空',
  }),
  'household.other_head': () => ({
    cause: '与该档案户主的身份证号不同',
    cure: '请核对档案编号和身份证号；变更户主、更正号码请在档案页面办理',
  }),
  'household.unknown_union': () => ({
    cause: '没有这个编码的工会，或不在您的管辖范围内',
    cure: '请核对所属工会编码',
  }),
  'household.closed_union': () => ({
    cause: '该工会已撤销，不能建立档案',
    cure: '请填写现在所属的工会',
  }),
  'household.union_fixed': ({ unionCode }) => ({
    cause: `该档案属于编码为${unionCode}的工会`,
    cure: '所属工会不能通过导入更改，请填写系统中的工会编码',
  }),
  'household.file_ended': ({ state }) => ({
    cause: `该户的档案${stateName(state)}`,
    cure: '请在档案页面办理恢复后再导入，或删除本行',
  }),
  'household.member_twice': ({ other }) => ({
    cause: `与第${other}行是同一名家庭成员`,
    cure: '请核对两行，保留一行',
  }),
  'household.member_ambiguous': () => ({
    cause: '档案中有几名同名的家庭成员，不能确定是哪一位',
    cure: '请填写完整的身份证号',
  }),
  'household.masked_unknown': () => ({
    cause: '内容带星号，档案中没有对应的原值',
    cure: '请填写完整内容，或清空本格',
  }),
  'household.person_twice_in_file': ({ name, other }) => ({
    cause: `${name}还出现在“困难家庭”表第${other}行的家庭中`,
    cure: '请核对两户，一人只能在一户',
  }),
  'household.person_elsewhere': ({ name, unionName }) => ({
    cause: `${name}已在${unionName}的困难家庭档案中`,
    cure: '请与该工会联系核对，一人只能在一户',
  }),
  'household.form_issue': ({ text }) => ({ cause: '填写的内容不能保存', cure: String(text) }),
};

function stateName(code: string | number | undefined): string {
  const state = HOUSEHOLD_STATES.find((one) => one === code);
  return state === undefined ? '' : HOUSEHOLD_STATE_NAMES[state];
}
