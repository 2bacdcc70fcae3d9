import type { z } from 'zod';

/** The Chinese sentence for a code a schema gives as its message, where the feature knows one. */
export type DescribeCode = (code: string) => string | undefined;

const FORMATS: Readonly<Record<string, string>> = {
  email: '请填写正确的邮箱地址',
  url: '请填写正确的网址',
  date: '请填写正确的日期，例如 2023-04-13',
  datetime: '请填写正确的日期和时间',
  time: '请填写正确的时间',
  uuid: '编号格式不正确',
};

/** What is wrong with a field, in Chinese; a message the schema gives in Chinese stands. */
export function issueText(issue: z.core.$ZodIssue, describeCode?: DescribeCode): string {
  const described = describeCode?.(issue.message);
  if (described !== undefined) return described;
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum, issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, issue.maximum, issue.inclusive !== false);
    case 'invalid_format':
      return FORMATS[issue.format] ?? '格式不正确';
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的整数倍`;
    case 'invalid_value':
      return '请从选项中选择';
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int'
        ? numberText(issue.message)
        : '填写的内容格式不正确';
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return '填写的内容不正确';
  }
}

/** `NaN` stands for text that is no number. */
function numberText(message: string): string {
  return message.includes('NaN') ? '请填写正确的数字' : '请填写整数';
}

function tooSmall(origin: string, minimum: number | bigint, isInclusive: boolean): string {
  if (origin === 'string') return minimum === 1 ? '请填写' : `至少 ${minimum} 个字`;
  if (origin === 'array' || origin === 'set') return `至少选择 ${minimum} 项`;
  return isInclusive ? `不能小于 ${minimum}` : `应大于 ${minimum}`;
}

function tooBig(origin: string, maximum: number | bigint, isInclusive: boolean): string {
  if (origin === 'string') return `最多 ${maximum} 个字`;
  if (origin === 'array' || origin === 'set') return `最多选择 ${maximum} 项`;
  return isInclusive ? `不能大于 ${maximum}` : `应小于 ${maximum}`;
}
