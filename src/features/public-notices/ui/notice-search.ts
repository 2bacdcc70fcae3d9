import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { QueryField } from '#ui/list-page/list-search.ts';

import { NOTICE_STATE_NAMES, NOTICE_TIER_NAMES } from '../messages.ts';
import { NOTICE_STATES, NOTICE_TIERS } from '../rules/public-notice-inputs.ts';

export const NOTICE_FIELDS: readonly QueryField[] = [
  { kind: 'text', key: 'search', label: '公示标题', placeholder: '标题中的文字' },
  {
    kind: 'select',
    key: 'tier',
    label: '层级',
    options: NOTICE_TIERS.map((value) => ({ value, label: NOTICE_TIER_NAMES[value] })),
  },
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: NOTICE_STATES.map((value) => ({ value, label: NOTICE_STATE_NAMES[value] })),
  },
];

/** For the route of the list: what is unknown is left out. */
export const readNoticeSearch = listSearchReader(NOTICE_FIELDS);
