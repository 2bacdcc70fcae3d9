import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { ListSearch, QueryField } from '#ui/list-page/list-search.ts';

import { OUTCOME_LABELS } from '../messages.ts';
import { SUBJECT_NAMES } from './fact-names.ts';

export const TIME_FIELD: QueryField = { kind: 'dateRange', key: 'at', label: '时间' };
export const PERSON_FIELD: QueryField = {
  kind: 'text',
  key: 'accountName',
  label: '操作人',
  placeholder: '姓名的一部分',
};
export const SUBJECT_FIELD: QueryField = {
  kind: 'select',
  key: 'subject',
  label: '对象',
  options: Object.entries(SUBJECT_NAMES).map(([value, label]) => ({ value, label })),
};
export const SUBJECT_ID_FIELD: QueryField = {
  kind: 'text',
  key: 'subjectId',
  label: '对象编号',
  placeholder: '须填完整',
};
export const OUTCOME_FIELD: QueryField = {
  kind: 'select',
  key: 'outcome',
  label: '结果',
  options: Object.entries(OUTCOME_LABELS).map(([value, label]) => ({ value, label })),
};
export const REASON_FIELD: QueryField = {
  kind: 'text',
  key: 'reasonText',
  label: '原因',
  placeholder: '原因中的文字',
};

/** Actions are known once the server has named them; until then any stands. */
export function actionField(options: readonly { value: string; label: string }[]): QueryField {
  return { kind: 'select', key: 'action', label: '动作', options };
}

// Without its control, which would come along with the first page.
const UNION_FIELD: QueryField = { kind: 'text', key: 'unionId', label: '工会（含下级）' };

const readTexts = listSearchReader([
  TIME_FIELD,
  PERSON_FIELD,
  actionField([]),
  OUTCOME_FIELD,
  SUBJECT_FIELD,
  SUBJECT_ID_FIELD,
  REASON_FIELD,
  UNION_FIELD,
]);

/** For the route of the list: what is unknown is left out. */
export function readAuditSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  const { unionId = '', ...rest } = readTexts(raw);
  return /^[1-9]\d{0,9}$/.test(unionId) ? { ...rest, unionId } : rest;
}
