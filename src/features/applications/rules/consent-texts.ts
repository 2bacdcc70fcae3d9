import type { ConsentKind } from './application-inputs.ts';

/** Changes with every change of a text below; each consent notes under which it was given. */
export const CONSENT_TEXT_VERSION = '2026-1';

/** What the applicant agrees to, as it is shown and signed. */
export const CONSENT_TEXTS: Readonly<Record<ConsentKind, string>> = {
  personal_information:
    '我同意工会为办理本次救助，收集和使用我及共同生活家庭成员的身份、收入、支出、财产、健康和银行账户信息，用于审核、公示、发放、回访和归档。' +
    '工会不把这些信息用于其他目的。我可以查询、复制和更正自己的信息，也可以撤回同意；撤回后，尚未办结的申请将不再办理。',
  economic_check:
    '我和共同生活的家庭成员授权工会通过民政等部门，核对我们的户籍、收入、财产、社会保险和纳税情况，核对结果只用于本次救助的审核。' +
    '我保证所填内容和所交材料真实；如有隐瞒或虚假，愿意退回救助金并承担责任。',
  publication:
    '我同意工会按规定公示本次救助：公示内容为隐去中间字的姓名、工作单位、救助类型、金额、公示期限和监督电话；不公示身份证号、银行卡号、电话、住址、疾病和家庭成员。',
};
