import type { InputProblem } from '#core/input-problem.ts';

interface CauseAndCure {
  readonly cause: string;
  readonly cure: string;
}

/** Faults of an imported low-income list, by code. */
export const CIVIL_AFFAIRS_TEXTS: Readonly<
  Record<string, (params: InputProblem['params']) => CauseAndCure>
> = {
  'civil_affairs.example_row': () => ({ cause: '这是示例行', cure: '请删除本行' }),
  'civil_affairs.identity_wrong': () => ({
    cause: '身份证号有误',
    cure: '请对照名册原件逐位核对',
  }),
  'civil_affairs.list_in_future': ({ today }) => ({
    cause: `名册日期晚于今天（${today}）`,
    cure: '请填写名册上的日期',
  }),
  'civil_affairs.row_twice': ({ other }) => ({
    cause: `与第${other}行是同一名册的同一人`,
    cure: '请核对两行，保留一行',
  }),
  'civil_affairs.union_unknown': () => ({
    cause: '没有这个名称的工会，或不在您的管辖范围内',
    cure: '请填写系统中的工会名称，不清楚的请留空',
  }),
  'civil_affairs.union_twice': () => ({
    cause: '有几个工会都叫这个名称',
    cure: '请留空，导入后由上级工会转告',
  }),
};
