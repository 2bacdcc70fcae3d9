import type { ErrorParams } from '#core/app-error.ts';

/** Sentences for what an installation consists of: its keys, its data, what each feature serves. */
export const INSTALLATION_TEXTS: Readonly<Record<string, (params: ErrorParams) => string>> = {
  'installation.keys_lost': ({ path }) =>
    `数据已存在，但找不到密钥文件：${path}。没有它，已加密的内容无法读取。请从保管处取回密钥文件放回原处，或用环境变量 SONGNUAN_KEY_FILE 指明位置。`,
  'installation.keys_missing': ({ path }) =>
    `没有找到密钥文件：${path}。请把原来的密钥文件放到此处（恢复备份时，为备份时的密钥文件），或用环境变量 SONGNUAN_KEY_FILE 指明位置，再执行本命令。新装的系统请先启动一次，启动时生成密钥。`,
  'config.not_a_url': () =>
    '环境变量中的地址无效。请检查 PUBLIC_URL、SMTP_URL、WECOM_WEBHOOK、DINGTALK_WEBHOOK、SMS_URL 是否为完整网址。',
  'server.web_app_missing': ({ folder }) => `没有找到网页文件：${folder}。请先执行 npm run build。`,
  'mail.sender_invalid': () => '环境变量 MAIL_FROM 不是有效的邮箱地址。',
  'mail.password_needs_tls': () =>
    '邮件账号密码只能经加密连接发送。请在 SMTP_URL 中使用 smtps://，或去掉用户名和密码。',
  'robot.base_url_invalid': () =>
    '群机器人地址无效。请使用 https:// 开头的完整网址（内网地址可用 http://）。',
  'evaluation.none': () => '本单位尚未评价任何年度。',
  'evaluation.metric_unknown': () => '没有这项指标数据。',
  'evaluation.finding_unknown': () => '没有这条问题。',
  'evaluation.record_unknown': () => '没有这条记录。',
  'evaluation.file_unknown': () => '没有这个文件。',
  'evaluation.file_missing': () => '该文件尚未生成。',
};
