import { DEFAULT_FRAMEWORK } from '#features/indicators/rules/built-in-frameworks.ts';
import type { ElementAnswer, ElementRow } from '#features/indicators/rules/framework.ts';

type Answer = readonly [answer: ElementAnswer, evidence: string | null, note?: string];

/** What the papers of 2023 show, by element of the built-in framework of 23 rows. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  立项的制度文件已存档: ['是', '帮扶救助困难职工实施办法（存档件）'],
  集体研究决策有记录: ['是', '立项讨论的会议纪要（样例）'],
  救助标准未突破上级规定: ['是', '实施办法与市级细则的标准对照表（样例）'],
  论证材料齐全: ['是', '立项论证材料卷（样例）'],
  设立前开展需求调查: ['否', null, '未见立项前的需求调查材料'],
  设定了绩效目标: ['是', '2023年项目支出绩效目标申报表'],
  目标与工作任务相符: ['是', '绩效目标申报表与年度工作安排'],
  预期产出和效果符合正常水平: ['是', '绩效目标申报表与上年度救助情况'],
  目标与资金规模相匹配: ['是', '绩效目标申报表与预算批复'],
  目标已分解为具体指标: ['是', '绩效目标申报表的指标页'],
  指标有计量单位和数据来源: ['是', '绩效目标申报表的指标页'],
  指标与计划任务相对应: ['是', '绩效目标申报表与救助计划'],
  各项产出均设目标值: ['否', null, '仅救助人次设有计划数，其余产出未设目标值'],
  资金分配与两类救助需要相适应: ['是', '季度救助与紧急救助的资金安排表（样例）'],
  建立了资金管理制度: ['是', '工会经费和送温暖资金管理制度（存档件）'],
  建立了救助业务制度: ['是', '帮扶救助困难职工实施办法（存档件）'],
  审核细则和定额办法明确具体: ['否', null, '金额在幅度内酌定，未见分档细则'],
  资金流向有管理和统筹: ['是', '资金拨付与支出明细账（样例）'],
  用款部门受制度约束: ['是', '用款审批单（样例）'],
  对组织实施有具体指导: ['是', '救助工作流程说明（样例）'],
  申请材料逐级报送: ['是', '申请审批表抽查件（样例）'],
  各级形成审核意见: ['是', '申请审批表抽查件（样例）'],
  建立困难职工档案: ['是', '困难职工档案目录（样例）'],
  建会或来访时讲解救助政策: ['是', '宣传表所列建会、来访记录'],
  指导申请材料的准备: ['是', '材料补正告知记录（样例）'],
  公布申请材料清单: ['是', '实施办法所附申请材料清单'],
  救助标准在市级标准以内: ['是', '实施办法与市级细则的标准对照表（样例）'],
  无突破最高限额的发放: ['是', '救助台账按户汇总，无一户超过最高限额'],
  当面讲解救助政策: ['是', '宣传表所列口头讲解记录'],
  面向全体会员开展调查: ['否', null, '问卷仅面向受助职工'],
  下年度经费已有安排: ['是', '下年度预算编报材料（样例）'],
  救助制度持续有效: ['是', '实施办法现行有效'],
  本单位开展满意度调查: ['否', null, '满意度由评价组调查，本单位未自行开展'],
};

/** @throws RangeError when the built-in framework asks something the sample year does not answer. */
export function sampleElements(): readonly ElementRow[] {
  const decidedByHand = DEFAULT_FRAMEWORK.elements.filter((element) => element.metric === null);
  return decidedByHand.map((element, index) => {
    const found = ANSWERS[element.element];
    if (found === undefined) throw new RangeError(`no sample answer to: ${element.element}`);
    const [answer, evidence, note = null] = found;
    return { ...element, answer, evidence, note, row: `要素!${index + 2}` };
  });
}
