import type { InputProblem } from '#core/input-problem.ts';
import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';

interface CauseAndCure {
  readonly cause: string;
  readonly cure: string;
}

/** Faults of an imported list of unions, by code. */
export const IMPORT_TEXTS: Readonly<
  Record<string, (params: InputProblem['params']) => CauseAndCure>
> = {
  'union.example_row': () => ({ cause: '这是示例行', cure: '请删除本行' }),
  'union.not_a_code': () => ({
    cause: '不是工会编码',
    cure: '请填写不超过40位的字母、数字或连字符',
  }),
  'union.not_a_region_code': () => ({ cause: '不是区划代码', cure: '请填写六位数字，如440118' }),
  'union.not_a_credit_code': () => ({
    cause: '不是统一社会信用代码',
    cure: '请填写十八位数字或大写字母，单元格设为文本格式',
  }),
  'union.credit_code_check': () => ({
    cause: '统一社会信用代码的校验位不符',
    cure: '请对照证书核对；确实如此的不影响导入',
  }),
  'union.not_a_phone': () => ({
    cause: '不是联系电话',
    cure: '请填写手机号，或带区号的固定电话，如020-82752345',
  }),
  'union.code_twice': ({ other }) => ({
    cause: `工会编码与第${other}行重复`,
    cure: '请核对两行，保留一行或更正编码',
  }),
  'union.level_fixed': ({ level }) => ({
    cause: `与系统中的层级（${levelName(level)}）不同`,
    cure: '层级不能通过导入更改，请填写系统中的层级',
  }),
  'union.parent_required': () => ({
    cause: '新建的工会没有上级工会编码',
    cure: '请填写上级工会编码；只有最上级工会没有上级',
  }),
  'union.unknown_parent': ({ parentCode }) => ({
    cause: `没有编码为${parentCode}的工会，或不在您的管辖范围内`,
    cure: '请核对上级工会编码，或在本表中增加该工会一行',
  }),
  'union.parent_row_faulty': ({ other }) => ({
    cause: `上级工会在第${other}行，该行有误`,
    cure: '请先改正该行',
  }),
  'union.ring': ({ parentCode }) => ({
    cause: `上级关系成环：从${parentCode}逐级向上会回到本工会`,
    cure: '请核对这几个工会的上级工会编码',
  }),
};

function levelName(level: string | number | undefined): string {
  const known = UNION_LEVELS.find((one) => one === level);
  return known === undefined ? '' : UNION_LEVEL_NAMES[known];
}
