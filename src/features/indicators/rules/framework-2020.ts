import { branch, elementsOf } from './framework-rows.ts';
import type { ElementRow, IndicatorRow } from './framework.ts';

/*
 * The common tree of 《项目支出绩效评价管理办法》（财预〔2020〕10号）. Its annex prints no weights;
 * these add to 100 with 产出 and 效益 at 60, as the rule asks (both together no less than 60).
 */

const setUp = branch('决策', '项目立项', '共性');
const goals = branch('决策', '绩效目标', '共性');
const input = branch('决策', '资金投入', '共性');
const moneyManagement = branch('过程', '资金管理', '共性');
const implementation = branch('过程', '组织实施', '共性');
const quantity = branch('产出', '产出数量', '个性');
const quality = branch('产出', '产出质量', '个性');
const timeliness = branch('产出', '产出时效', '个性');
const cost = branch('产出', '产出成本', '个性');
const benefit = branch('效益', '项目效益', '个性');

export const decision2020Rows: readonly IndicatorRow[] = [
  setUp('立项依据充分性', '3', '要素'),
  setUp('立项程序规范性', '3', '要素'),
  goals('绩效目标合理性', '3', '要素'),
  goals('绩效指标明确性', '3', '要素'),
  input('预算编制科学性', '4', '要素'),
  input('资金分配合理性', '4', '要素'),
  moneyManagement('资金到位率', '4', '比率', { metric: '资金到位率', target: '100' }),
  moneyManagement('预算执行率', '4', '比率', { metric: '支出率', target: '100' }),
  moneyManagement('资金使用合规性', '4', '扣分', { metric: '违规笔数', parameter: '1' }),
  implementation('管理制度健全性', '4', '要素'),
  implementation('制度执行有效性', '4', '要素'),
  quantity('实际完成率', '10', '比率', { metric: '计划完成率', target: '100' }),
  quality('质量达标率', '10', '比率', { metric: '标准符合率', target: '100' }),
  timeliness('完成及时性', '5', '比率', { metric: '审批及时率', target: '100' }),
  cost('成本节约率', '5', '比率', { metric: '预算控制', target: '100' }),
  benefit('实施效益', '20', '要素'),
  benefit('满意度', '10', '比率', { metric: '满意度', target: '90' }),
];

export const decision2020Elements: readonly ElementRow[] = [
  ...elementsOf('立项依据充分性', [
    ['20', '符合法律法规和发展规划'],
    ['20', '符合行业政策'],
    ['20', '属于部门履职所需'],
    ['20', '属于公共财政支持范围且事权划分清楚'],
    ['20', '与同类项目不重复'],
  ]),
  ...elementsOf('立项程序规范性', [
    ['34', '按规定程序申请设立'],
    ['33', '审批文件和材料齐全'],
    ['33', '经过可行性研究、风险评估和集体决策'],
  ]),
  ...elementsOf('绩效目标合理性', [
    ['40', '设定了绩效目标'],
    ['20', '目标与工作任务相符'],
    ['20', '预期产出和效果符合正常水平'],
    ['20', '目标与资金规模相匹配'],
  ]),
  ...elementsOf('绩效指标明确性', [
    ['34', '目标已分解为具体指标'],
    ['33', '指标值清晰、可衡量'],
    ['33', '指标与计划任务数相对应'],
  ]),
  ...elementsOf('预算编制科学性', [
    ['25', '预算编制经过论证'],
    ['25', '预算内容与项目内容相符'],
    ['25', '测算依据充分并执行标准'],
    ['25', '预算金额与任务量相匹配'],
  ]),
  ...elementsOf('资金分配合理性', [
    ['50', '资金分配依据充分'],
    ['50', '分配额度与地方实际相适应'],
  ]),
  ...elementsOf('管理制度健全性', [
    ['50', '财务和业务管理制度齐备'],
    ['50', '制度内容合法、合规、完整'],
  ]),
  ...elementsOf('制度执行有效性', [
    ['25', '遵守法律法规和管理规定'],
    ['25', '调整事项手续完备'],
    ['25', '审核材料齐全并及时归档', '审核栏完整率', '100'],
    ['25', '人员、场地和信息支撑到位'],
  ]),
  ...elementsOf('实施效益', [
    ['40', '有效缓解受助职工生活压力', '缓解率', '90'],
    ['30', '应救助对象得到覆盖', '救助覆盖率', '80'],
    ['15', '对受助职工开展回访', '回访率', '30'],
    ['15', '下年度经费已有安排'],
  ]),
];
