import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { QueryField } from '#ui/list-page/list-search.ts';

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

/** For the route of the list: what is unknown is left out. */
export const readAuditSearch = listSearchReader(
  [
    TIME_FIELD,
    PERSON_FIELD,
    actionField([]),
    OUTCOME_FIELD,
    SUBJECT_FIELD,
    SUBJECT_ID_FIELD,
    REASON_FIELD,
  ],
  [],
  ['unionId'],
);
