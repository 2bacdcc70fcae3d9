/** Names of the form's fields as pages show them, by the name of the field. */
export const PERSON_LABELS = {
  role: '家庭角色',
  relation: '与户主关系',
  name: '姓名',
  identityNumber: '身份证号',
  sex: '性别',
  bornOn: '出生日期',
  phone: '手机',
  isUnionMember: '是否工会会员',
  workState: '工作状态',
  employer: '单位或学校',
  health: '健康状况',
  illness: '疾病或残疾类别',
  insurance: '医保状况',
} as const;

export const HEAD_LABELS = {
  ethnicity: '民族',
  political: '政治面貌',
  marital: '婚姻状况',
  registration: '户口类型',
  registeredAt: '户籍地',
  address: '现住址',
  otherContact: '其他联系方式',
  employerNature: '单位性质',
  employerState: '企业状况',
  industry: '所属行业',
  workingSince: '参加工作日期',
  contractFrom: '合同开始日期',
  contractTo: '合同终止日期',
  modelWorker: '劳模类型',
  memberNumber: '会员号',
  memberSince: '入会日期',
  paysDues: '是否缴纳会费',
  housing: '住房类型',
  housingAreaSquareMetres: '建筑面积',
  isSingleParent: '是否单亲',
  isWithoutEarner: '是否零就业家庭',
  canHelpItself: '是否有自救能力',
} as const;

export const INCOME_LABELS = {
  person: '所得人',
  kind: '收入种类',
  yearly: '近12个月金额',
} as const;

export const SPENDING_LABELS = {
  kind: '支出种类',
  yearly: '近12个月支出',
  reimbursed: '已报销、补偿或救助',
  note: '说明及凭证',
} as const;

export const PROPERTY_LABELS = {
  homeCount: '不动产套数',
  homeAreaSquareMetres: '不动产面积',
  vehicles: '车辆',
  shops: '商铺',
  other: '其他财产',
} as const;

export const ACCIDENT_LABELS = {
  kind: '事件种类',
  happenedOn: '发生日期',
  netCost: '自行负担的金额',
  note: '经过',
} as const;

export const FORM_LABELS = {
  mainCause: '主要致困原因',
  otherCauses: '次要致困原因',
  causeText: '致困情况说明',
  bankName: '开户银行',
  bankBranch: '开户支行',
  cardNumber: '银行卡号',
  scheme: '认定标准',
  tier: '档案层级',
  oldClass: '原困难类别',
} as const;
