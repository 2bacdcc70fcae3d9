import type { OWN_SECRETS } from './own-inputs.ts';

export const SECRET_LABELS: Readonly<Record<(typeof OWN_SECRETS)[number], string>> = {
  identity: '身份证号',
  phone: '手机号',
  card: '银行卡号',
  address: '现住址',
};

export const DATA_TITLES = {
  account: '账号和会籍',
  family: '家庭档案',
  money: '收入和支出',
  applications: '我的申请',
  corrections: '更正请求',
} as const;

/** Why each part is kept, and for how long. */
export const DATA_PURPOSES: Readonly<Record<keyof typeof DATA_TITLES, string>> = {
  account: '用于登录、核对会员身份和联系您。',
  family: '用于认定困难情况、发放救助；档案退出后原件保存10年。',
  money: '用于认定困难类别，只供审核人员查看。',
  applications: '用于审核、公示、发放和监督，按档案规定保存。',
  corrections: '用于更正您的信息，并记录处理结果。',
};

export const DATA_LABELS = {
  name: '姓名',
  username: '用户名',
  memberNumber: '会员号',
  registeredOn: '注册日期',
  fileNumber: '档案编号',
  others: '共同生活的家人',
  cause: '主要致困原因',
  causeText: '困难情况',
  bank: '开户银行',
  relation: '与户主关系',
  sex: '性别',
  bornOn: '出生日期',
  employer: '工作单位或学校',
  workState: '工作状态',
  health: '健康状况',
  illness: '疾病或残疾',
  insurance: '医疗保险',
  income: '全年收入',
  spending: '全年支出',
  yuan: (amount: string) => `${amount}元`,
  spent: (amount: string, reimbursed: string) => `${amount}元，其中已报销${reimbursed}元`,
  appliedOn: (day: string) => `${day}提交`,
  granted: (amount: string) => `批准${amount}元`,
  enclosed: (consents: number, papers: number) => `同意书${consents}份、材料${papers}项`,
} as const;

export const COPY_TITLE = '个人信息副本';
export const SECRETS_TITLE = '敏感信息';
export const SECRETS_PURPOSE = '在系统中加密保存；本副本只给本人，请妥善保管。';
