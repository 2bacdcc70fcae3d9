import { useQueryClient } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { ListSearch, QueryField } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { CIVIL_AFFAIRS_ROUTES, CivilAffairsQuery } from '../../rules/civil-affairs-routes.ts';
import type { CivilAffairsRow } from '../../rules/civil-affairs-routes.ts';
import {
  CIVIL_AFFAIRS_ANSWERS,
  CIVIL_AFFAIRS_ANSWER_NAMES,
  CIVIL_AFFAIRS_KINDS,
  CIVIL_AFFAIRS_KIND_NAMES,
} from '../../rules/civil-affairs-words.ts';

const PAGE_SIZE = 100;

export const CIVIL_AFFAIRS_FIELDS: readonly QueryField[] = [
  {
    kind: 'text',
    key: 'search',
    label: '姓名或身份证号',
    placeholder: '身份证号须填完整',
  },
  {
    kind: 'select',
    key: 'answer',
    label: '联系情况',
    options: [
      ...CIVIL_AFFAIRS_ANSWERS.map((answer) => ({
        value: answer,
        label: CIVIL_AFFAIRS_ANSWER_NAMES[answer],
      })),
      { value: 'none', label: '未写明工会' },
    ],
  },
  {
    kind: 'select',
    key: 'kind',
    label: '类别',
    options: CIVIL_AFFAIRS_KINDS.map((kind) => ({
      value: kind,
      label: CIVIL_AFFAIRS_KIND_NAMES[kind],
    })),
  },
];

/** For the route of the list: what is unknown is left out. */
export const readCivilAffairsSearch = listSearchReader(CIVIL_AFFAIRS_FIELDS, []);

export function useCivilAffairs(search: ListSearch): ListPages<CivilAffairsRow> {
  return useListPages({
    queryKey: ['civil-affairs', 'list', search],
    load: (page, signal) =>
      callRoute(CIVIL_AFFAIRS_ROUTES.list, {
        query: { ...CivilAffairsQuery.parse(search), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

export function useAskAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['civil-affairs'] });
}
