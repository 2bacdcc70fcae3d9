import type {
  AccidentKind,
  Cause,
  EventKind,
  Exclusion,
  ExitKind,
  FactSource,
  HARDSHIP_CLASSES,
  HOUSING_KINDS,
  HealthState,
  HouseholdState,
  INSURANCE_KINDS,
  IncomeKind,
  MARITAL_STATES,
  MODEL_WORKER_KINDS,
  OldClass,
  POLITICAL_STATES,
  PersonRole,
  REGISTRATION_KINDS,
  Relation,
  Scheme,
  SpendingKind,
  Tier,
  WorkState,
} from './words.ts';

type Names<Word extends string> = Readonly<Record<Word, string>>;

export const HARDSHIP_CLASS_NAMES: Names<(typeof HARDSHIP_CLASSES)[number]> = {
  deep: '深度困难',
  relative: '相对困难',
  accidental: '意外致困',
  none: '不符合',
  unknown: '待核定',
};

export const SCHEME_NAMES: Names<Scheme> = {
  current: '现行分类',
  old: '旧分类（2016至2019年）',
};

export const OLD_CLASS_NAMES: Names<OldClass> = {
  minimum_living: '低保户',
  borderline: '低保边缘户',
  accidental: '意外致困户',
};

export const TIER_NAMES: Names<Tier> = {
  national: '全国级',
  provincial: '省级',
  city: '地市级',
  district: '区县级',
  grassroots: '基层',
};

export const HOUSEHOLD_STATE_NAMES: Names<HouseholdState> = {
  open: '在档',
  exited: '已退出',
  merged: '已并入他户',
};

export const CAUSE_NAMES: Names<Cause> = {
  own_illness: '本人大病',
  relative_illness: '供养直系亲属大病',
  own_disability: '本人残疾',
  relative_disability: '家属残疾',
  unemployment: '下岗失业',
  low_income: '收入低',
  natural_disaster: '自然灾害',
  accident: '重大意外事故',
  schooling: '子女上学',
  other: '其他',
};

export const RELATION_NAMES: Names<Relation> = {
  head: '户主',
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  parent_in_law: '配偶父母',
  child_in_law: '儿媳或女婿',
  grandparent: '祖父母或外祖父母',
  grandchild: '孙子女或外孙子女',
  sibling: '兄弟姐妹',
  other: '其他',
};

export const PERSON_ROLE_NAMES: Names<PersonRole> = {
  head: '户主',
  worker: '其他职工',
  member: '家庭成员',
};

export const SEX_NAMES: Names<'male' | 'female'> = { male: '男', female: '女' };

export const HEALTH_NAMES: Names<HealthState> = {
  good: '良好',
  cancer: '恶性肿瘤',
  cardiovascular: '心血管病',
  cerebrovascular: '脑血管病',
  kidney_failure: '终末期肾病',
  mental_illness: '精神病',
  liver: '肝病',
  blood: '血液病',
  diabetes: '糖尿病',
  spine: '腰颈椎病',
  hypertension: '高血压',
  lung: '肺病',
  common_illness: '一般疾病',
  disability: '残疾',
};

export const INCOME_KIND_NAMES: Names<IncomeKind> = {
  wage: '工资薪金',
  business: '经营收入',
  property: '财产收入',
  pension: '退休金或养老金',
  unemployment_benefit: '失业保险金',
  maintenance: '赡养费、抚养费或扶养费',
  rent: '租金',
  gift: '赠与',
  union_relief: '工会生活、助学或医疗救助',
  basic_pension: '城乡居民基础养老金',
  festival_gift: '节日慰问',
  other: '其他',
};

export const SPENDING_KIND_NAMES: Names<SpendingKind> = {
  illness: '因病',
  disability: '因残',
  schooling: '因学',
  compulsory_schooling: '义务教育（不计入）',
  housing: '住房',
  other: '其他',
};

export const WORK_STATE_NAMES: Names<WorkState> = {
  on_post: '在岗',
  off_post: '下（待）岗',
  unemployed: '失（无）业',
  retired: '退休或离休',
  sick_leave: '病休',
  early_retired: '内退',
  in_school: '在校学生',
  below_working_age: '未满劳动年龄',
  unable_to_work: '无劳动能力',
};

export const MARITAL_NAMES: Names<(typeof MARITAL_STATES)[number]> = {
  single: '未婚',
  married: '已婚',
  divorced: '离异',
  widowed: '丧偶',
};

export const POLITICAL_NAMES: Names<(typeof POLITICAL_STATES)[number]> = {
  party_member: '中共党员',
  league_member: '共青团员',
  masses: '群众',
  democratic_party: '民主党派',
  other: '其他',
};

export const HOUSING_NAMES: Names<(typeof HOUSING_KINDS)[number]> = {
  bought: '自购房',
  self_built: '自建房',
  public: '公房',
  low_rent: '廉租房',
  rented: '租房',
  none: '无房',
  other: '其他',
};

export const MODEL_WORKER_NAMES: Names<(typeof MODEL_WORKER_KINDS)[number]> = {
  national: '全国',
  provincial: '省部',
  city: '地市',
  other: '其他',
  none: '非劳模',
};

export const REGISTRATION_NAMES: Names<(typeof REGISTRATION_KINDS)[number]> = {
  urban: '城镇户口',
  rural: '农村户口',
  resident: '居民户口',
};

export const INSURANCE_NAMES: Names<(typeof INSURANCE_KINDS)[number]> = {
  employee: '职工医保',
  resident: '城乡居民医保',
  none: '未参保',
};

export const ACCIDENT_KIND_NAMES: Names<AccidentKind> = {
  disaster: '自然灾害',
  accident: '意外事故',
  epidemic: '疫情',
  public_safety: '公共安全事件',
  sudden_illness: '突发重病或伤害',
};

/** As grounds that shut a family out. */
export const EXCLUSION_NAMES: Names<Exclusion> = {
  high_fee_school: '子女就读高收费私立学校或自费留学',
  controls_company: '是企业的控股股东',
  two_homes: '有两套以上住房且面积超过当地平均水平',
  motor_vehicle: '有经常使用的机动车（残疾人代步车除外）',
  shop_or_hired_labour: '有商铺或雇工经营',
  refuses_checks: '不配合核查、隐瞒收入或提供虚假材料',
  refuses_work: '有劳动能力而拒绝就业',
};

export const FACT_SOURCE_NAMES: Names<FactSource> = {
  application: '本人申请',
  visit: '入户走访',
  recheck: '年度复核',
  import: '批量导入',
  correction: '更正',
  civil_affairs: '民政名单',
  merge: '并户',
  split: '分户',
};

export const EVENT_KIND_NAMES: Names<EventKind> = {
  opened: '建档',
  changed: '更新登记表',
  head_changed: '变更户主',
  rechecked: '年度复核',
  exited: '退出',
  relapsed: '返困恢复',
  split_off: '分出新户',
  split_from: '由分户建档',
  merged_in: '他户并入',
  merged_away: '并入他户',
  merge_undone: '撤销并户',
  moved: '转至其他工会',
};

export const EXIT_KIND_NAMES: Names<ExitKind> = {
  out_of_hardship: '脱困',
  moved_away: '迁出',
  died: '户主去世',
  false_papers: '提供虚假材料',
  withdrawn: '本人放弃',
  other: '其他',
};
