import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { QueryField } from '#ui/list-page/list-search.ts';

import {
  CAUSE_NAMES,
  HARDSHIP_CLASS_NAMES,
  HOUSEHOLD_STATE_NAMES,
  TIER_NAMES,
} from '../rules/word-names.ts';
import { CAUSES, HARDSHIP_CLASSES, HOUSEHOLD_STATES, TIERS } from '../rules/words.ts';

export const SEARCH_FIELD: QueryField = {
  kind: 'text',
  key: 'search',
  label: '姓名、档案编号或证件号',
  placeholder: '身份证、手机、卡号须填完整',
};

const YES_NO = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
];

/** Behind the union, whose control is handed in. */
export const OTHER_FIELDS: readonly QueryField[] = [
  selectOf('hardshipClass', '困难类别', HARDSHIP_CLASSES, HARDSHIP_CLASS_NAMES),
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: [
      ...HOUSEHOLD_STATES.map((state) => ({ value: state, label: HOUSEHOLD_STATE_NAMES[state] })),
      { value: 'all', label: '所有状态' },
    ],
  },
  { kind: 'select', key: 'isCheckDue', label: '待复核', options: YES_NO },
  selectOf('mainCause', '致困原因', CAUSES, CAUSE_NAMES),
  selectOf('tier', '档案层级', TIERS, TIER_NAMES),
  { kind: 'select', key: 'isKnownEligible', label: '民政名单内', options: YES_NO },
];

/** For the route of the list: what is unknown is left out. */
export const readHouseholdSearch = listSearchReader([SEARCH_FIELD, ...OTHER_FIELDS], [], ['below']);

function selectOf<Code extends string>(
  key: string,
  label: string,
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
): QueryField {
  const options = codes.map((code) => ({ value: code, label: names[code] }));
  return { kind: 'select', key, label, options };
}
