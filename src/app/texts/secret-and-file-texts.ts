import type { AppError } from '#core/app-error.ts';

type Texts = Readonly<Record<string, (params: AppError['params']) => string>>;

const KEY_FILE_TEXTS: Texts = {
  'secrets.key_file_missing': ({ path }) =>
    `找不到密钥文件：${path}。请从备份中恢复该文件；没有它，已加密的数据无法读取。`,
  'secrets.key_file_unreadable': ({ path, cause }) =>
    `无法读取密钥文件：${path}（${cause}）。请检查文件权限，确认由运行本系统的用户所有。`,
  'secrets.key_file_exposed': ({ path, mode }) =>
    `密钥文件可被其他用户访问：${path}（权限${mode}）。请执行 chmod 600 后重试；如有他人读取过，请随即轮换密钥。`,
  'secrets.key_file_damaged': ({ source }) =>
    source === 'environment'
      ? '环境变量中的密钥内容不完整或已损坏。请重新填入密钥文件的完整内容。'
      : `密钥文件不完整或已损坏：${source}。请从备份中恢复该文件，不要自行修改其内容。`,
  'secrets.key_file_not_writable': ({ path, cause }) =>
    `无法写入密钥文件：${path}（${cause}）。请检查文件夹权限和磁盘空间后重试。原有密钥未改动。`,
  'secrets.rotation_running': ({ path }) =>
    `另一个密钥轮换正在进行。如确认没有，请删除文件 ${path} 后重试。`,
  'secrets.algorithm_missing': ({ algorithm }) =>
    `本机的Node.js不支持加密算法${algorithm}。请换用Node.js官方版本，或改用其他算法。`,
  'secrets.keyring_mismatch': ({ keyIds }) =>
    `密钥与数据库不匹配：缺少密钥${keyIds}。请换回该数据库所用的密钥文件；用别的密钥继续运行会造成数据无法读取。`,
  'secrets.unknown_key': ({ keyId }) =>
    `数据由密钥${keyId}加密，而当前密钥文件中没有它。请恢复包含该密钥的密钥文件。`,
  'secrets.unreadable': ({ context }) =>
    context === undefined
      ? '有一项加密数据无法读取：内容已损坏或被改动。请联系系统管理员核对备份。'
      : `有一项加密数据无法读取（${context}）：内容已损坏、被改动，或并非该记录的数据。请联系系统管理员核对备份。`,
};

const FILE_TEXTS: Texts = {
  'files.empty': (params) => `${fileOf(params)}是空的。请重新选择文件。`,
  'files.too_large': (params) =>
    `${fileOf(params)}过大（${inMegabytes(params['byteLength'])}），最大允许${inMegabytes(params['maxBytes'])}。请压缩或拆分后再上传。`,
  'files.type_not_allowed': (params) =>
    `${fileOf(params)}的实际类型是${kindName(params['found'])}，此处不能上传。类型按文件内容判断，与扩展名无关。`,
  'files.macros_not_allowed': (params) =>
    `${fileOf(params)}含有宏或控件，不能上传。请另存为不含宏的.xlsx或.docx文件后重试。`,
  'files.infected': (params) =>
    `${fileOf(params)}含有病毒（${params['signature']}），已拒绝。请先用杀毒软件检查这台电脑。`,
  'files.scanner_unreachable': () =>
    '病毒扫描服务暂不可用，文件未保存。请稍后重试或联系系统管理员。',
  'files.scan_failed': ({ reply }) =>
    `病毒扫描未能完成（${reply}），文件未保存。请稍后重试或联系系统管理员。`,
  'files.not_found': () => '找不到该文件，可能已被删除。',
  'files.damaged': ({ name }) => `文件已损坏或被改动（${name}）。请联系系统管理员从备份中恢复。`,
  'files.not_readable': ({ cause }) => `暂时无法读取文件（${cause}）。请稍后重试或联系系统管理员。`,
  'files.not_writable': ({ cause }) =>
    `无法保存文件（${cause}）。请联系系统管理员检查文件夹权限。文件未保存。`,
  'files.disk_full': () => '磁盘空间不足，文件未保存。请联系系统管理员清理磁盘。',
  'files.photo_damaged': () => '照片不完整或已损坏，无法打开。请重新拍摄或重新选择。',
  'files.photo_too_many_pixels': () =>
    '照片的像素过多，无法处理。请缩小后再上传（不超过7200万像素）。',
  'files.photo_heic_unreadable': () =>
    '无法打开这种HEIC照片。请转为JPEG后上传；苹果手机可在“设置－相机－格式”中选“兼容性最佳”后重新拍摄。',
};

/** Sentences for every failure of the key ring and of the file store, by code. */
export const SECRET_AND_FILE_TEXTS: Texts = { ...KEY_FILE_TEXTS, ...FILE_TEXTS };

/** What was found in a file, in words; kinds without an entry are named by their usual ending. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  pdf: 'PDF文档',
  jpeg: 'JPEG图片',
  png: 'PNG图片',
  webp: 'WebP图片',
  heic: 'HEIC照片',
  xlsx: 'Excel工作簿',
  docx: 'Word文档',
  text: '纯文本',
  html: '网页',
  svg: 'SVG图形',
  xml: 'XML文件',
  script: '脚本程序',
  rtf: 'RTF文档',
  postscript: 'PostScript文件',
  exe: 'Windows程序',
  elf: 'Linux程序',
  zip: '压缩包',
  cfb: '旧版或加密的Office文件',
  unknown: '未知类型',
};

function kindName(found: string | number | undefined): string {
  return KIND_NAMES[String(found)] ?? `${String(found).toUpperCase()}文件`;
}

function fileOf({ fileName }: AppError['params']): string {
  return fileName === undefined || fileName === '' ? '文件' : `文件“${fileName}”`;
}

function inMegabytes(bytes: string | number | undefined): string {
  return `${(Math.ceil((Number(bytes) / 1024 / 1024) * 10) / 10).toFixed(1)} MB`;
}
