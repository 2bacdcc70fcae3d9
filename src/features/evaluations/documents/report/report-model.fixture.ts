import {
  chartBlock,
  column,
  headingBlock,
  listBlock,
  paragraphBlock,
  tableBlock,
} from './report-blocks.fixture.ts';
import type { Block, ReportModel } from './report-model.ts';
import { indicatorTable, moneyTable, TREE } from './report-tables.fixture.ts';

/** A report of an invented district that holds every kind of block at a realistic size (six chapters and an annex). */
export function reportFixture(overrides: Partial<ReportModel> = {}): ReportModel {
  return {
    outline: 'seed',
    title: '清河区总工会困难职工帮扶资金',
    subtitle: '2022年度绩效评价报告',
    organization: '清河区总工会',
    department: '权益保障部',
    year: 2022,
    dateText: '2023年3月20日',
    notice: '本报告人员信息均为样例数据',
    blocks: [
      ...background(),
      ...design(),
      ...scores(),
      ...analysis(),
      ...problems(),
      ...suggestions(),
      ...annex(),
    ],
    ...overrides,
  };
}

function background(): Block[] {
  return [
    headingBlock(1, 'overview', '一、项目概况'),
    headingBlock(2, 'overview-background', '（一）立项背景'),
    paragraphBlock(
      '清河区下辖九个镇街，辖区内制造、物流和家政服务企业较多，职工家庭抵御疾病、事故等风险的能力普遍偏弱。2022年初，区总工会会同财政、民政部门对在档困难职工家庭逐户核对收入和支出，确认仍有三百余户需要持续帮扶，遂在年度预算中安排专项资金，按季度和按事由两种方式发放。',
    ),
    paragraphBlock(
      '项目依据上级工会关于困难职工帮扶工作的规定和区总工会自行制定的发放办法实施，由权益保障部受理和复核，财务部门拨付，经费审查委员会监督。',
      '立项依据。',
    ),
    headingBlock(2, 'overview-money', '（二）资金安排与使用'),
    paragraphBlock(
      '全年预算经一次调整后为62.40万元，实际到位62.40万元，实际支出60.18万元，支出率96.44%，结余2.22万元按规定结转。各来源资金的安排、到位和支出情况见表1，分季度支出见图1。',
    ),
    moneyTable(),
    chartBlock({
      id: 'money-by-quarter',
      caption: '图1 分季度支出情况',
      alternative:
        '财政资金四个季度分别支出2.00、3.50、2.80、3.10万元，工会经费分别支出9.60、12.45、11.30、15.43万元。',
      figure: {
        form: 'stacked',
        orientation: 'vertical',
        axisTitle: '万元',
        categories: ['第一季度', '第二季度', '第三季度', '第四季度'],
        series: [
          { name: '财政资金', values: [2, 3.5, 2.8, 3.1] },
          { name: '工会经费', values: [9.6, 12.45, 11.3, 15.43] },
        ],
        decimals: 2,
      },
    }),
    headingBlock(3, 'overview-kinds', '1. 帮扶方式'),
    headingBlock(4, 'overview-kinds-quarter', '（1）季度帮扶'),
    paragraphBlock(
      '面向在档家庭，每户每年不超过两次，由基层工会提出名单，逐级复核后于季末集中发放。',
    ),
    headingBlock(4, 'overview-kinds-event', '（2）应急帮扶'),
    paragraphBlock(
      '面向遭遇火灾、重病住院等突发情况的职工，随报随审，金额按损失和自付费用分档确定。',
    ),
  ];
}

const LONG_PARAGRAPHS = [
  '评价组调取了全年的申请登记、复核意见、拨付凭证和回访记录，逐笔核对金额、日期和签字，并按镇街分层抽取一百二十户电话核实。核实中未接通的，另取同一镇街的备选户补足，抽取方法和种子数已随工作底稿保存，任何人可以据此重新抽出相同的名单。',
  '计算口径统一如下：金额以元为单位精确到分，比率以百分数表示并保留两位小数，得分保留两位小数；凡由明细加总得到的数字，一律由台账重新汇总，不采用手工填报数。日期以受理单上的登记日为起点，工作日按国务院办公厅公布的放假安排推算，起始日当天不计。',
  '与上一年度相比，应急帮扶的平均办理时间由十一个工作日缩短到六个工作日，主要原因是镇街复核改为随到随办；季度帮扶的人数基本持平，但人均金额提高了六十元，与当年调整发放档次有关。三个镇的申请量明显低于职工人数占比，需要进一步了解是需求不足还是政策未传达到位。',
] as const;

function design(): Block[] {
  return [
    headingBlock(1, 'design', '二、绩效评价工作开展情况'),
    headingBlock(2, 'design-purpose', '（一）评价目的、对象和范围'),
    paragraphBlock(
      '评价旨在弄清资金是否按规定用在了应当帮扶的职工身上、办理是否及时、效果是否为职工所认可，并为下一年度的预算安排和办法修订提供依据。评价对象为2022年1月1日至12月31日发生的全部帮扶支出。',
    ),
    headingBlock(2, 'design-method', '（二）评价方法和过程'),
    ...LONG_PARAGRAPHS.map((text) => paragraphBlock(text)),
    listBlock(
      '1. 比较法：将实际完成情况与年度计划、上一年度数据以及各镇街之间的数据相互比较。',
      '2. 因素分析法：对每一处扣分逐项查明原因，区分制度、执行和记录三类因素。',
      '3. 公众评判法：分别对受帮扶职工和一般会员开展问卷调查，列明样本量、回收率和误差范围。',
    ),
    headingBlock(2, 'design-indicators', '（三）评价指标体系'),
    paragraphBlock(
      '指标体系分四个一级指标、二十三个三级指标，满分100分，各指标的权重和评分方式见表2。',
    ),
    indicatorTable(),
  ];
}

function scores(): Block[] {
  return [
    headingBlock(1, 'scores', '三、综合评价情况及评价结论'),
    paragraphBlock(
      '经逐项评分，2022年度项目综合得分88.50分，等级为“良”。其中投入14.00分、过程20.50分、产出27.00分、效益27.00分，得分率最低的是过程类指标。',
    ),
    chartBlock({
      id: 'score-by-branch',
      caption: '图2 各一级指标得分与分值对比',
      alternative: '投入分值15分得14分，过程25分得20.5分，产出30分得27分，效益30分得27分。',
      figure: {
        form: 'grouped',
        orientation: 'vertical',
        axisTitle: '分',
        categories: ['投入', '过程', '产出', '效益'],
        series: [
          { name: '分值', values: [15, 25, 30, 30] },
          { name: '得分', values: [14, 20.5, 27, 27] },
        ],
        decimals: 1,
      },
    }),
    tableBlock({
      id: 'score-summary',
      caption: '表3 综合评分汇总',
      unit: '单位：分',
      columns: [
        column('一级指标', 'center', 2),
        column('分值', 'right', 1),
        column('得分', 'right', 1),
        column('得分率', 'right', 1),
      ],
      rows: [
        ['投入', '15.00', '14.00', '93.33%'],
        ['过程', '25.00', '20.50', '82.00%'],
        ['产出', '30.00', '27.00', '90.00%'],
        ['效益', '30.00', '27.00', '90.00%'],
        ['合计', '100.00', '88.50', '88.50%'],
      ],
      hasTotalRow: true,
    }),
  ];
}

function analysis(): Block[] {
  const rows = TREE.flatMap(([first, second, thirds]) =>
    thirds.map((third) =>
      paragraphBlock(
        `该指标属于“${first}—${second}”，依据全年台账和凭证核定。查阅的资料显示，相关制度已经建立并执行，但个别记录缺少日期或签字，影响了对完成时点的判断；按评分标准计算后得分与分值的差额，已在附表中列明对应的记录编号和扣分原因。`,
        `${third}。`,
      ),
    ),
  );
  return [
    headingBlock(1, 'analysis', '四、绩效评价指标分析'),
    headingBlock(2, 'analysis-rows', '（一）逐项分析'),
    ...rows,
    headingBlock(2, 'analysis-class', '（二）帮扶类别与时效'),
    chartBlock({
      id: 'amount-by-class',
      caption: '图3 各帮扶类别金额',
      alternative:
        '低收入家庭214,600元，重大疾病186,200元，单亲家庭58,400元，意外事故96,600元，其他46,000元。',
      figure: {
        form: 'grouped',
        orientation: 'horizontal',
        axisTitle: '元',
        categories: ['低收入家庭', '本人或亲属患重大疾病', '单亲抚养子女', '意外事故', '其他'],
        series: [{ name: '金额', values: [214600, 186200, 58400, 96600, 46000] }],
        decimals: 0,
      },
    }),
    chartBlock({
      id: 'timeliness',
      caption: '图4 各镇街办理及时情况',
      alternative: '九个镇街按时办结和超时办结的件数，东岭镇超时最多，为十一件。',
      figure: {
        form: 'stacked',
        orientation: 'horizontal',
        axisTitle: '件',
        categories: [
          '城关街道',
          '东岭镇',
          '西河镇',
          '南桥镇',
          '北原镇',
          '柳溪街道',
          '石堡镇',
          '青坪镇',
          '高新区',
        ],
        series: [
          { name: '按时', values: [52, 21, 33, 28, 19, 40, 17, 12, 36] },
          { name: '超时', values: [3, 11, 4, 0, 2, 5, 1, 0, 6] },
        ],
        decimals: 0,
      },
    }),
  ];
}

function problems(): Block[] {
  return [
    headingBlock(1, 'problems', '五、存在的问题'),
    headingBlock(2, 'problems-record', '（一）复核记录不完整'),
    paragraphBlock(
      '抽查的一百二十户中，有九户的镇街复核栏没有填写日期，四户没有经办人签字，无法证明复核在规定期限内完成。',
    ),
    headingBlock(2, 'problems-time', '（二）个别镇街办理超时'),
    paragraphBlock(
      '东岭镇全年办理三十二件，超时十一件，集中在七月和八月，与经办人员变动、交接不清有关。',
    ),
    headingBlock(2, 'problems-reach', '（三）政策传达存在空白'),
    paragraphBlock(LONG_PARAGRAPHS[2]),
  ];
}

function suggestions(): Block[] {
  return [
    headingBlock(1, 'suggestions', '六、意见和建议'),
    listBlock(
      '（一）把复核日期、意见和签字设为必填，缺一项不得进入下一环节，并于每季度末由权益保障部抽查。',
      '（二）对超时件实行日提醒、周通报，人员变动时填写交接清单，由分管领导签收。',
      '（三）向申请量偏低的镇街定向宣讲，逐一登记政策收文回执，两个季度仍无申请的上门摸底。',
    ),
  ];
}

function annex(): Block[] {
  const rows = TREE.flatMap(([first, second, thirds]) =>
    thirds.map((third, index) => [
      first,
      second,
      third,
      `${4 + ((index + second.length) % 2)}.00`,
      index === 1 ? '3.50' : `${4 + ((index + second.length) % 2)}.00`,
      index === 1 ? '2022-0417、2022-0533等9件缺少复核日期，扣0.50分。' : '符合要求，不扣分。',
    ]),
  );
  return [
    headingBlock(1, 'annex-scores', '附件1 指标评分明细', true),
    tableBlock({
      id: 'annex-score-rows',
      caption: '附表1 指标评分明细表',
      unit: '单位：分',
      columns: [
        column('一级指标', 'center', 1.1),
        column('二级指标', 'center', 1.3),
        column('三级指标', 'left', 2),
        column('分值', 'right', 0.9),
        column('得分', 'right', 0.9),
        column('评分理由', 'left', 4.2),
      ],
      rows: [...rows, ['合计', '', '', '100.00', '88.50', '']],
      mergedColumns: 2,
      hasTotalRow: true,
      note: '注：记录编号与救助台账的申请编号一致。',
    }),
    headingBlock(1, 'annex-violations', '附件2 不合规支付明细', true),
    tableBlock({
      id: 'annex-violation-rows',
      caption: '附表2 不合规支付明细表',
      unit: '金额单位：元',
      rows: [],
      note: '注：本年度未发现不合规支付。',
    }),
  ];
}
