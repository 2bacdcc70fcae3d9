import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { QueryField } from '#ui/list-page/list-search.ts';

export const SEARCH_FIELD: QueryField = {
  kind: 'text',
  key: 'search',
  label: '名称或编码',
  placeholder: '输入名称或编码的一部分',
};
export const LEVEL_FIELD: QueryField = {
  kind: 'select',
  key: 'level',
  label: '层级',
  options: UNION_LEVELS.map((level) => ({ value: level, label: UNION_LEVEL_NAMES[level] })),
};
export const STATE_FIELD: QueryField = {
  kind: 'select',
  key: 'state',
  label: '状态',
  options: [
    { value: 'open', label: '存续' },
    { value: 'closed', label: '已撤销' },
    { value: 'all', label: '存续和已撤销' },
  ],
};

/** For the route of the list: what is unknown is left out. */
export const readUnionSearch = listSearchReader(
  [SEARCH_FIELD, LEVEL_FIELD, STATE_FIELD],
  [],
  ['below'],
);
