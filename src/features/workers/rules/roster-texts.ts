import type { InputProblem } from '#core/input-problem.ts';

interface CauseAndCure {
  readonly cause: string;
  readonly cure: string;
}

/** Faults of an imported roster, by code. */
export const ROSTER_TEXTS: Readonly<
  Record<string, (params: InputProblem['params']) => CauseAndCure>
> = {
  'member.example_row': () => ({ cause: '这是示例行', cure: '请删除本行' }),
  'member.number_wrong': () => ({
    cause: '会员号应为4至40位数字、字母或短横',
    cure: '请对照会员证核对',
  }),
  'member.phone_wrong': () => ({ cause: '手机号不是11位号码', cure: '请核对，没有手机的请留空' }),
  'member.identity_wrong': () => ({ cause: '身份证号有误', cure: '请对照证件逐位核对' }),
  'member.left_in_future': ({ today }) => ({
    cause: `离会日期晚于今天（${today}）`,
    cure: '请填写实际离会的日期',
  }),
  'member.row_twice': ({ other }) => ({
    cause: `与第${other}行的会员号相同`,
    cure: '请核对两行，保留一行',
  }),
  'member.number_elsewhere': () => ({
    cause: '这个会员号在另一工会的名册中',
    cure: '请核对会员号；转会的，请原工会先填写离会日期',
  }),
  'member.union_missing': () => ({
    cause: '没有填写所属工会',
    cure: '请填写系统中的基层工会名称',
  }),
  'member.union_unknown': () => ({
    cause: '没有这个名称的基层工会，或不在您的管辖范围内',
    cure: '请填写系统中的基层工会名称',
  }),
  'member.union_twice': () => ({
    cause: '有几个基层工会都叫这个名称',
    cure: '请由该工会自己导入',
  }),
};
