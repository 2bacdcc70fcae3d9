export const ATTACHMENT_ERRORS = {
  'attachments.unknown': '没有这个附件，或者您无权查看。',
  'attachments.subject_unknown': '没有这条记录，或者您无权为它添加附件。',
  'attachments.in_use': '这个附件已归入申请材料或特批依据，不能删除。请先从材料中移除。',
  'attachments.file_lost': '文件保存时与清理同时进行，没有存下。请重新上传。',
  'attachments.pdf_active':
    '该PDF含有脚本、自动动作或多媒体，不能上传。请用“打印为PDF”另存后再上传。',
} as const;

/** Chinese names of this feature's own actions. */
export const ATTACHMENT_ACTION_LABELS: Readonly<Record<string, string>> = {
  'attachment.added': '添加附件',
  'attachment.downloaded': '下载附件',
  'attachment.removed': '删除附件',
};
