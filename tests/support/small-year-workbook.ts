import { Buffer } from 'node:buffer';

import ExcelJS from 'exceljs';

export type CellContent = string | number | boolean | Date | null | ExcelJS.CellFormulaValue;
/** Rows of a sheet from row 1 on. */
export type Grid = CellContent[][];
export type YearGrids = Record<string, Grid>;

const LEDGER_HEADINGS = [
  '申请编号*',
  '姓名*',
  '身份证号*',
  '户号*',
  '基层工会*',
  '镇街或系统*',
  '救助类型*',
  '类别*',
  '季度',
  '申请日期*',
  '基层意见',
  '基层审核日期',
  '镇街意见',
  '镇街审核日期',
  '区级受理日期',
  '区级意见',
  '区级审批日期',
  '核准金额*',
  '资金来源*',
  '发放日期',
  '发放状态*',
  '事件编号',
  '特殊原因',
];

/** A valid little year with a framework of its own, as a person would type it. */
export function smallYear(): YearGrids {
  return {
    项目: [
      ['项', '值'],
      ['项目名称*', '困难职工帮扶资金'],
      ['单位*', '某区总工会'],
      ['年度*', 2023],
      ['计划救助人次*', 3],
      ['评价截止日*', '2023-12-31'],
    ],
    预算: [
      ['资金来源*', '事项*', '金额*', '日期*', '文号', '说明'],
      ['工会经费', '年初预算', 10000, '2023-01-06', null, null],
      ['工会经费', '到位', 10000, '2023-02-01', null, null],
    ],
    救助台账: [
      LEDGER_HEADINGS,
      ledgerRow('SQ001', 0),
      ledgerRow('SQ002', 1),
      ledgerRow('SQ003', 2),
    ],
    问卷: [
      ['问卷编号*', '对象*', '镇街或系统', '是否知晓政策', '缓解压力', '满意度'],
      ['W1', '受助职工', '东镇总工会', '知晓', '非常有作用', '满意'],
      ['W2', '一般会员', null, '不知晓', null, null],
    ],
    宣传: [
      ['计划日期', '完成日期', '渠道*', '标题*', '触达人数', '佐证'],
      ['2023-03-01', '2023-03-02', '公众号', '帮扶政策问答', 1200, null],
    ],
    培训: [
      ['日期*', '主题*', '层级', '应到人数*', '实到人数*', '佐证'],
      ['2023-05-10', '帮扶业务培训', '区级', 30, 28, null],
    ],
    政策转发: [
      ['文件*', '工会*', '应转发*', '转发日期', '佐证'],
      ['某工发〔2023〕1号', '东镇总工会', '是', '2023-02-10', null],
    ],
    监督检查: [
      ['计划日期', '完成日期', '镇街或系统*', '抽查份数', '合格份数', '发现问题', '整改完成日期'],
      ['2023-09-01', '2023-09-05', '东镇总工会', 20, 19, '缺一份收入证明', '2023-09-20'],
    ],
    回访: [
      ['日期*', '申请编号*', '方式*', '需求', '结果'],
      ['2023-10-08', 'SQ001', '电话', null, '稳定'],
    ],
    投诉: [
      ['日期*', '类型*', '是否属实*', '办结日期'],
      ['2023-06-01', '来电', '否', '2023-06-08'],
    ],
    指标: [
      [
        '序号*',
        '一级指标*',
        '二级指标*',
        '三级指标*',
        '分值*',
        '类型',
        '计分方式*',
        '数据口径',
        '目标值',
        '方向',
        '参数',
      ],
      [1, '过程', '资金', '支出进度', 40, '共性', '分档', '支出率', null, null, '95:40;80:20;0:0'],
      [2, '效益', '满意', '综合评价', 20, null, '评审', null, null, null, null],
      [3, '产出', '质量', '资料齐全', 20, null, '要素', null, null, null, null],
      [4, '产出', '数量', '计划完成', 20, '个性', '比率', '计划完成率', 100, '越大越好', null],
    ],
    要素: [
      ['三级指标*', '要素*', '占比*', '是否满足', '数据口径', '下限', '佐证', '说明'],
      ['资料齐全', '档案齐全', 60, '是', null, null, null, null],
      ['资料齐全', '检查完成', 40, null, '检查完成率', 100, null, null],
    ],
    评分: [
      ['三级指标*', '评审人*', '得分*', '理由'],
      ['综合评价', '甲', 20, null],
      ['综合评价', '乙', 18, '个别环节偏慢'],
    ],
  };
}

/** Changes one cell by its address; rows and columns that are not there yet are added. */
export function setCell(
  grids: YearGrids,
  sheet: string,
  address: string,
  value: CellContent,
): void {
  const [, letter = 'A', digits = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  const rows = (grids[sheet] ??= []);
  const row = (rows[Number(digits) - 1] ??= []);
  row[letter.charCodeAt(0) - 65] = value;
}

export async function packGrids(
  grids: YearGrids,
  adjust: (workbook: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(grids)) {
    const sheet = workbook.addWorksheet(name);
    for (const [index, row] of rows.entries()) sheet.getRow(index + 1).values = [...(row ?? [])];
  }
  adjust(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function ledgerRow(application: string, index: number): CellContent[] {
  return [
    application,
    '样例',
    `44018319900101${1230 + index}`,
    `H${index + 1}`,
    '某厂工会',
    '东镇总工会',
    '季度救助',
    'Q1',
    '第一季度',
    '2023-02-01',
    '同意',
    '2023-02-02',
    '同意',
    '2023-02-06',
    '2023-02-07',
    '同意',
    '2023-02-09',
    600,
    '工会经费',
    '2023-02-15',
    '成功',
    null,
    null,
  ];
}
