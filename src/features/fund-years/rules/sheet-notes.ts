import type { CellLook } from './cell-kinds.ts';

/** Sheet of a template that explains the others; it holds no data. */
export const NOTES_SHEET = '填写说明';
/** Sheet of an export that says who took it and what to know of it; no data either. */
export const EXPORT_NOTES_SHEET = '导出说明';

/** What the notes sheet of the template says before it lists the columns. */
export const GENERAL_NOTES: readonly string[] = [
  '一个工作簿填报一个年度。带 * 的列必须填写，其余各列没有内容的留空。',
  '请勿修改工作表名称和列标题；工作表和列的先后顺序可以调整，多出的工作表和列不读取。',
  '表头以下每行登记一条记录，不要合并单元格，不要在同一格内填写多项内容。',
  '“项目”“预算”“救助台账”三张表必须填写；其余各表没有相应工作的可以不填。',
  '不填“指标”表的，采用内置的23项指标体系，下表列出其中需由人工判断的要素，请在“要素”表填写。',
  '身份证号、编号、文号各列已设为文本格式，粘贴时请选择“只粘贴值”，以免末尾数字丢失。',
  '填写后请保存为 .xlsx 格式，不要设置打开密码。',
];

/** How a kind of cell is filled in. */
export const LOOK_NOTES: Readonly<Record<CellLook, string>> = {
  text: '文字',
  code: '文本',
  date: '日期，如2023-04-13、2023/4/13、2023年4月13日',
  yuan: '金额，单位元，最多两位小数',
  whole: '整数，不小于0',
  decimal: '数值',
};
