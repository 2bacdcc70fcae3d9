import { text, type ProblemTexts } from './problem-text.ts';

/** Failures of a whole file, by code. */
export const FILE_TEXTS: ProblemTexts = {
  'workbook.not_found': text('找不到文件：{path}', '请核对文件名和所在文件夹'),
  'workbook.not_a_file': text('不是文件，是文件夹：{path}', '请指定其中的 .xlsx 文件'),
  'workbook.not_readable': text(
    '文件无法读取：{path}（{cause}）',
    '请检查文件权限，或关闭正在打开该文件的程序后重试',
  ),
  'workbook.encrypted': text(
    '工作簿设置了打开密码，无法读取',
    '请在 Excel 或 WPS 中打开，取消密码后另存为 .xlsx 文件',
  ),
  'workbook.old_xls': text(
    '这是旧版 .xls 格式的工作簿',
    '请在 Excel 或 WPS 中打开，另存为 .xlsx 文件',
  ),
  'workbook.not_a_workbook': text(
    '不是 .xlsx 工作簿，{found}',
    '请选择由模板填写的 .xlsx 文件；其他格式请先在 Excel 或 WPS 中另存为 .xlsx 文件',
  ),
  'workbook.damaged': text(
    '工作簿已损坏，无法读取（{part}）',
    '请在 Excel 或 WPS 中打开并另存一份；打不开的，请重新取得该文件',
  ),
  'workbook.too_large': text(
    '工作簿超出可读取的规模：{limit}超过{allowed}',
    '请删除多余的工作表、行列和图片后另存，或核对文件来源',
  ),
};

/** What a file turned out to be. */
export const FOUND_NAMES: Readonly<Record<string, string>> = {
  empty: '文件是空的',
  text: '内容是纯文本（如 .csv）',
  html: '内容是网页',
  word: '内容是 Word 文档',
  presentation: '内容是演示文稿',
  open_document: '内容是 OpenDocument 文件（.ods 等）',
  binary_workbook: '内容是 .xlsb 二进制工作簿',
  archive: '压缩包内没有工作簿',
  unknown: '内容无法识别',
};

export const LIMIT_NAMES: Readonly<Record<string, string>> = {
  fileBytes: '文件字节数',
  archiveEntries: '文件内的部件数',
  entryBytes: '单个部件解压后的字节数',
  totalBytes: '解压后的总字节数',
  rowsPerSheet: '一张工作表的行数',
  cells: '单元格总数',
  sharedStrings: '不同文字的条数',
  sharedCharacters: '不同文字的总字数',
};
