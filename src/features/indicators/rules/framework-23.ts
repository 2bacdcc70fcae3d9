import { branch, elementsOf } from './framework-rows.ts';
import type { ElementRow, IndicatorRow } from './framework.ts';

/*
 * 投入 16 / 过程 24 are common rows; 产出 30 / 效益 30 are individual rows of 60 ÷ 12 = 5 points each
 * (equal split over the individual rows). The tree is that of the 2023 evaluation of the district fund.
 */

const projectSetUp = branch('投入', '项目立项', '共性');
const goals = branch('投入', '绩效目标', '共性');
const moneyInPlace = branch('投入', '资金落实', '共性');
const moneyManagement = branch('过程', '资金管理', '共性');
const organization = branch('过程', '组织管理', '共性');
const economy = branch('产出', '经济性', '个性');
const efficiency = branch('产出', '效率性', '个性');
const effect = branch('效益', '效果性', '个性');
const fairness = branch('效益', '公平性', '个性');

export const inputProcessRows: readonly IndicatorRow[] = [
  projectSetUp('论证决策规范性', '5', '要素'),
  goals('绩效目标合理性', '4', '要素'),
  goals('绩效指标明确性', '4', '要素'),
  moneyInPlace('资金到位情况', '2', '比率', { metric: '资金到位率', target: '100' }),
  moneyInPlace('资金分配情况', '1', '要素'),
  moneyManagement('资金使用效率性', '5', '分档', {
    metric: '支出率',
    parameter: '95:5;90:4;80:3;60:1;0:0',
  }),
  moneyManagement('资金使用规范性', '5', '扣分', { metric: '违规笔数', parameter: '1' }),
  organization('管理制度健全性', '3', '要素'),
  organization('制度执行有效性', '3', '要素'),
  organization('组织执行有效性', '4', '要素'),
  organization('监督管理有效性', '4', '要素'),
  economy('预算控制有效性', '5', '比率', { metric: '预算控制', target: '100' }),
  economy('成本控制有效性', '5', '要素'),
  efficiency('开展救助人数', '5', '比率', { metric: '计划完成率', target: '100' }),
  efficiency('救助对象界定准确率', '5', '比率', { metric: '抽查准确率', target: '100' }),
  efficiency('救助资金审核发放及时率', '5', '分档', {
    metric: '审批及时率',
    parameter: '95:5;80:4;60:3;0:0',
  }),
  efficiency('救助标准', '5', '扣分', { metric: '超标准笔数', parameter: '1' }),
  effect('救助覆盖率', '5', '比率', { metric: '救助覆盖率', target: '80' }),
  effect('救助政策知晓率', '5', '要素'),
  effect('有效缓解困难职工生活压力', '5', '比率', { metric: '缓解率', target: '90' }),
  effect('救助政策可持续性', '5', '要素'),
  effect('信访及投诉次数', '5', '扣分', { metric: '属实投诉数', parameter: '1' }),
  fairness('申领对象满意度', '5', '比率', { metric: '满意度', target: '90' }),
];

export const inputProcessElements: readonly ElementRow[] = [
  ...elementsOf('论证决策规范性', [
    ['20', '立项的制度文件已存档'],
    ['20', '集体研究决策有记录'],
    ['20', '救助标准未突破上级规定'],
    ['20', '论证材料齐全'],
    ['20', '设立前开展需求调查'],
  ]),
  ...elementsOf('绩效目标合理性', [
    ['40', '设定了绩效目标'],
    ['20', '目标与工作任务相符'],
    ['20', '预期产出和效果符合正常水平'],
    ['20', '目标与资金规模相匹配'],
  ]),
  ...elementsOf('绩效指标明确性', [
    ['25', '目标已分解为具体指标'],
    ['25', '指标有计量单位和数据来源'],
    ['25', '指标与计划任务相对应'],
    ['25', '各项产出均设目标值'],
  ]),
  ...elementsOf('资金分配情况', [['100', '资金分配与两类救助需要相适应']]),
  ...elementsOf('管理制度健全性', [
    ['33.34', '建立了资金管理制度'],
    ['33.33', '建立了救助业务制度'],
    ['33.33', '审核细则和定额办法明确具体'],
  ]),
  ...elementsOf('制度执行有效性', [
    ['34', '资金流向有管理和统筹'],
    ['33', '用款部门受制度约束'],
    ['33', '对组织实施有具体指导'],
  ]),
  ...elementsOf('组织执行有效性', [
    ['25', '申请材料逐级报送'],
    ['25', '各级形成审核意见'],
    ['25', '建立困难职工档案'],
    ['12.5', '救助政策逐级转发', '政策转发率', '100'],
    ['12.5', '审核栏填写完整', '审核栏完整率', '100'],
  ]),
  ...elementsOf('监督管理有效性', [
    ['25', '建会或来访时讲解救助政策'],
    ['25', '指导申请材料的准备'],
    ['25', '公布申请材料清单'],
    ['25', '按计划开展监督检查', '检查完成率', '100'],
  ]),
  ...elementsOf('成本控制有效性', [
    ['50', '救助标准在市级标准以内'],
    ['50', '无突破最高限额的发放'],
  ]),
  ...elementsOf('救助政策知晓率', [
    ['40', '受访者知晓救助政策', '知晓率', '90'],
    ['20', '当面讲解救助政策'],
    ['20', '在公众号发布政策信息', '公众号宣传次数', '1'],
    ['20', '面向全体会员开展调查'],
  ]),
  ...elementsOf('救助政策可持续性', [
    ['40', '下年度经费已有安排'],
    ['40', '救助制度持续有效'],
    ['10', '对受助职工开展回访', '回访率', '30'],
    ['10', '本单位开展满意度调查'],
  ]),
];
