import { AID_TYPES } from '#features/policies/rules/policy-version.ts';
import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { ListSearch, QueryField } from '#ui/list-page/list-search.ts';

import { LIGHT_NAMES, STATE_NAMES } from '../messages.ts';
import {
  ApplicationFilter,
  ApplicationListQuery,
  LIGHTS,
  LIST_VIEWS,
} from '../rules/application-inputs.ts';
import { APPLICATION_STATES } from '../rules/states.ts';

export type ListView = (typeof LIST_VIEWS)[number];

export const SEARCH_FIELD: QueryField = {
  kind: 'text',
  key: 'search',
  label: '姓名或申请编号',
  placeholder: '开头几个字',
};

/** Behind the union, whose control is handed in. */
export const OTHER_FIELDS: readonly QueryField[] = [
  selectOf('state', '状态', APPLICATION_STATES, STATE_NAMES),
  {
    kind: 'select',
    key: 'aidType',
    label: '救助类型',
    options: AID_TYPES.map((type) => ({ value: type, label: type })),
  },
  selectOf('light', '时限', LIGHTS, LIGHT_NAMES),
  { kind: 'dateRange', key: 'applied', label: '申请日期' },
];

const readFilter = listSearchReader([SEARCH_FIELD, ...OTHER_FIELDS], [], ['below', 'householdId']);

/** For the route of the list: what is unknown is left out. */
export function readApplicationSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  const view = LIST_VIEWS.find((one) => one === raw['view']);
  return { ...readFilter(raw), ...(view === undefined ? {} : { view }) };
}

/** The tab of an address; whoever judges begins with what waits. */
export function viewOf(search: ListSearch, hasDesk: boolean): ListView {
  return LIST_VIEWS.find((one) => one === search['view']) ?? (hasDesk ? 'todo' : 'open');
}

/** The address as the route of the list asks for it; what waits is ordered by its due day. */
export function toListQuery(search: ListSearch, view: ListView): ApplicationListQuery {
  const sort = view === 'todo' ? 'due' : 'newest';
  return ApplicationListQuery.parse({ ...search, view, sort });
}

/** The same as the body of an export: order and page are no part of it. */
export function toListFilter(search: ListSearch, view: ListView): ApplicationFilter {
  return ApplicationFilter.parse({ ...search, view });
}

function selectOf<Code extends string>(
  key: string,
  label: string,
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
): QueryField {
  const options = codes.map((code) => ({ value: code, label: names[code] }));
  return { kind: 'select', key, label, options };
}
