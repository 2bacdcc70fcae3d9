import { text, type ProblemTexts } from './problem-text.ts';

/** Faults of sheets, columns, rows and cells, by code. */
export const CELL_TEXTS: ProblemTexts = {
  'workbook.missing_sheet': text('缺少工作表', '请按模板增加该工作表并填写'),
  'workbook.unknown_sheet': text(
    '不是模板中的工作表，未读取',
    '如属填报内容，请按模板更正工作表名称',
  ),
  'workbook.duplicate_sheet': text('与另一张工作表同名', '请合并为一张工作表'),
  'workbook.hidden_sheet': text('工作表是隐藏的，已照常读取', '如不应计入，请删除该工作表'),
  'workbook.hidden_rows': text('有{count}行是隐藏的，已照常读取', '如不应计入，请删除这些行'),
  'workbook.no_heading_row': text('前20行中没有找到列标题', '请按模板在数据上方保留列标题一行'),
  'workbook.no_rows': text('没有填写任何记录', '如本年度确有记录，请补充填写'),
  'workbook.missing_column': text('缺少必填列“{heading}”', '请按模板补上该列并填写'),
  'workbook.unknown_column': text('不是模板中的列，未读取', '如属填报内容，请按模板更正列标题'),
  'workbook.duplicate_heading': text('列标题重复', '请保留一列，删除或改名另一列'),
  'workbook.total_row': text('合计行未读取', '合计由系统计算，可删除该行'),
  'workbook.unknown_fact': text('不是模板中的项，未读取', '如属填报内容，请按模板更正名称'),
  'workbook.duplicate_fact': text('该项与第{first}行重复', '请保留一行，删除另一行'),
  'workbook.missing_fact': text('缺少必填项“{fact}”', '请按模板补上该行并填写'),
  'workbook.fact_without_name': text('有值但没有项的名称，未读取', '请补上项的名称或删除该行'),
  'workbook.more_problems': text('另有{count}处问题未列出', '请先改正以上各处再检查'),
  'workbook.required': text(
    '必填内容为空',
    '请填写；合并的单元格只算左上角一格，请取消合并后逐行填写',
  ),
  'workbook.not_an_option': text('不在可选内容之中', '请填写以下之一：{options}'),
  'workbook.error_value': text('单元格是公式错误值', '请改正公式，或直接填写结果'),
  'workbook.formula_without_value': text(
    '公式没有保存计算结果',
    '请在 Excel 或 WPS 中打开、重新计算并保存，或直接填写结果',
  ),
  'workbook.digits_lost': text(
    '号码按数字存放，15位之后的数字已经丢失',
    '请先将该列设为文本格式，再重新录入完整号码',
  ),
  'workbook.not_a_date': text('不是日期', '请填写如2023-04-13、2023/4/13或2023年4月13日的日期'),
  'workbook.no_such_day': text('没有这一天', '请核对后填写实际日期'),
  'workbook.number_for_date': text(
    '是数字，不是日期',
    '请将单元格设为日期格式，或填写如2023-04-13的日期',
  ),
  'workbook.date_out_of_range': text('年份不在{first}年至{last}年之间', '请核对年份'),
  'workbook.not_an_amount': text('不是金额', '请填写以元为单位的数字，如1000或1,000.50'),
  'workbook.third_decimal': text(
    '金额超过两位小数（单元格显示的位数可能已经四舍五入）',
    '请改为精确到分的金额',
  ),
  'workbook.negative_amount': text('金额为负数', '请填写不小于0的金额'),
  'workbook.negative_budget': text('{item}的金额为负数', '调减请用事项“预算调整”登记'),
  'workbook.paid_nothing': text('发放状态为成功，核准金额却为0', '请核对核准金额和发放状态'),
  'workbook.not_a_count': text('不是不小于0的整数', '请填写整数，不带单位'),
  'workbook.not_a_number': text('不是数值', '请填写数值，如5或33.34'),
  'workbook.too_many_decimals': text('超过{places}位小数', '请保留不超过{places}位小数'),
  'workbook.not_a_quarter': text('不是季度', '请填写1至4，或第一季度、2023Q1'),
  'workbook.not_a_year': text('不是年度', '请填写四位年份，如2023'),
  'workbook.identity_as_number': text(
    '身份证号按数字存放，末几位可能已经丢失',
    '请先将该列设为文本格式，再重新录入完整号码',
  ),
  'workbook.not_an_identity_number': text(
    '不是身份证号：应为18位（末位可为X）或15位数字',
    '请核对证件后重新填写',
  ),
  'workbook.more_attended': text('实到人数多于应到人数{expected}人', '请核对两项人数'),
  'workbook.more_conforming': text(
    '合格份数多于抽查份数（{sampled}份，空白按0份计）',
    '请核对两项份数',
  ),
  'workbook.duplicate_application': text(
    '第{row}行的申请编号与第{first}行重复',
    '请核对两行；确属重复登记的删除一行，不是同一申请的更正编号',
  ),
  'workbook.duplicate_questionnaire': text(
    '第{row}行的问卷编号与第{first}行重复',
    '请核对两行，删除重复的一份或更正编号',
  ),
  'workbook.unknown_application': text(
    '救助台账中没有这个申请编号',
    '请核对申请编号，或在救助台账中补登该申请',
  ),
  'workbook.cutoff_before_year': text(
    '评价截止日早于{year}年度',
    '请核对年度和评价截止日，截止日应在年度开始之后',
  ),
  'workbook.quarter_of_other_year': text('季度不属于{year}年度', '请核对该笔救助所属的年度和季度'),
  'workbook.source_without_initial': text(
    '该资金来源没有年初预算',
    '年初未安排的可以不填；如有年初预算，请补登一行',
  ),
};
