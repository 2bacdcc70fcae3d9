import type { ErrorParams } from '#core/app-error.ts';

/** Sentences for what an installation consists of: its keys, its data, what each feature serves. */
export const INSTALLATION_TEXTS: Readonly<Record<string, (params: ErrorParams) => string>> = {
  'installation.keys_lost': ({ path }) =>
    `数据已存在，但找不到密钥文件：${path}。没有它，已加密的内容无法读取。请从保管处取回密钥文件放回原处，或用环境变量 SONGNUAN_KEY_FILE 指明位置。`,
  'config.not_a_url': () =>
    '环境变量中的地址无效。请检查 SMTP_URL、WECOM_WEBHOOK、DINGTALK_WEBHOOK 是否为完整网址。',
  'evaluation.none': () => '本单位尚未评价任何年度。',
  'evaluation.metric_unknown': () => '没有这项指标数据。',
  'evaluation.finding_unknown': () => '没有这条问题。',
  'evaluation.record_unknown': () => '没有这条记录。',
  'evaluation.file_unknown': () => '没有这个文件。',
  'evaluation.file_missing': () => '该文件尚未生成。',
};
