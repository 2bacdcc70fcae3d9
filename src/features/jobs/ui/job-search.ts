import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { QueryField } from '#ui/list-page/list-search.ts';

import { JOB_STATES } from '../contract.ts';
import type { JobState } from '../contract.ts';

export const JOB_STATE_NAMES: Readonly<Record<JobState, string>> = {
  queued: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '未完成',
};

export const JOB_FIELDS: readonly QueryField[] = [
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: JOB_STATES.map((state) => ({ value: state, label: JOB_STATE_NAMES[state] })),
  },
];

export const readJobSearch = listSearchReader(JOB_FIELDS);
