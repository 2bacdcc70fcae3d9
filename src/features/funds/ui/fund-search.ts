import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { QueryField } from '#ui/list-page/list-search.ts';

import { ENTRY_KIND_NAMES } from '../messages.ts';
import { ENTRY_KINDS } from '../rules/fund-words.ts';

export const ENTRY_FIELDS: readonly QueryField[] = [
  {
    kind: 'select',
    key: 'kind',
    label: '事项',
    options: ENTRY_KINDS.map((value) => ({ value, label: ENTRY_KIND_NAMES[value] })),
  },
  { kind: 'dateRange', key: 'day', label: '日期' },
];

/** For the route of the entries: what is unknown is left out. */
export const readEntrySearch = listSearchReader(ENTRY_FIELDS, [], ['fundYearId', 'sourceId']);
