import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { ListSearch, QueryField } from '#ui/list-page/list-search.ts';

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

// Without the control of `useUnionField`, which would come along with the first page.
const BELOW_FIELD: QueryField = { kind: 'text', key: 'below', label: '工会（含下级）' };

const readTexts = listSearchReader([SEARCH_FIELD, BELOW_FIELD, LEVEL_FIELD, STATE_FIELD]);

/** For the route of the list: what is unknown is left out. */
export function readUnionSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  const { below = '', ...rest } = readTexts(raw);
  return isId(below) ? { ...rest, below } : rest;
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text);
}
