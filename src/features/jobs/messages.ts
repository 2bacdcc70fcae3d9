import type { NoticeTexts } from '#features/notices/messages.ts';

export const JOB_ERRORS = {
  'jobs.unknown': '没有这项后台任务，或者它不是您的。',
  'jobs.not_failed': '只有失败的后台任务可以重新执行。',
  'jobs.interrupted': '这项任务多次执行到一半时程序中断，已不再自动重试。请联系系统管理员。',
  'jobs.kind_unknown': '本程序没有这种后台任务，可能由其他版本建立。请重新发起。',
  'jobs.queue_forbidden':
    '数据库账号无权建立后台任务所用的模式“pgboss”。请由数据库管理员执行：grant create on database <库名> to <DATABASE_URL中的账号>;',
  'jobs.taken_over': '这项任务已由另一个进程接手。',
} as const;

/** Chinese names of this feature's own actions. */
export const JOB_ACTION_LABELS: Readonly<Record<string, string>> = {
  'job.retried': '重新执行后台任务',
};

export const JOB_NOTICE_TEXTS = {
  'jobs.done': ({ title }) => `“${title}”已完成。`,
  'jobs.failed': ({ title }) => `“${title}”未能完成，原因请见任务详情。`,
} satisfies NoticeTexts;
