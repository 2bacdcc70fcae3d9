import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { QueryField } from '#ui/list-page/list-search.ts';

import { ROLE_NAMES } from '../messages.ts';
import { ACCOUNT_STATES } from '../rules/account-view.ts';
import { ROLES } from '../rules/roles.ts';
import { ACCOUNT_STATE_NAMES } from './labels.ts';

export const TEXT_FIELD: QueryField = {
  kind: 'text',
  key: 'text',
  label: '姓名、用户名或手机号',
  placeholder: '手机号须填完整',
};
export const ROLE_FIELD: QueryField = {
  kind: 'select',
  key: 'role',
  label: '角色',
  options: ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
};
export const STATE_FIELD: QueryField = {
  kind: 'select',
  key: 'state',
  label: '状态',
  options: ACCOUNT_STATES.map((state) => ({ value: state, label: ACCOUNT_STATE_NAMES[state] })),
};

/** For the route of the list: what is unknown is left out. */
export const readAccountSearch = listSearchReader(
  [TEXT_FIELD, ROLE_FIELD, STATE_FIELD],
  [],
  ['unionId'],
);
