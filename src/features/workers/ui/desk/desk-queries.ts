import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { ListSearch, QueryField } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { ROSTER_ROUTES, WORKER_DESK_ROUTES } from '../../contract.ts';
import {
  CorrectionQuery,
  FamilyFormQuery,
  InvitationQuery,
  MemberQuery,
} from '../../rules/desk-inputs.ts';
import type {
  CorrectionRow,
  FamilyFormDetail,
  FamilyFormRow,
  InvitationRow,
  MemberRow,
} from '../../rules/desk-views.ts';
import { CORRECTION_CHOICES, INVITATION_STATE_NAMES, MEMBER_CHOICES } from './desk-texts.ts';

const PAGE_SIZE = 100;
const KEY = 'workers-desk';

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export const INVITATION_FIELDS: readonly QueryField[] = [
  { kind: 'text', key: 'search', label: '姓名', placeholder: '姓名开头' },
  { kind: 'select', key: 'state', label: '状态', options: options(INVITATION_STATE_NAMES) },
];
export const readInvitationSearch = listSearchReader(INVITATION_FIELDS, []);

export const MEMBER_FIELDS: readonly QueryField[] = [
  { kind: 'text', key: 'search', label: '姓名或会员号', placeholder: '会员号须填完整' },
  { kind: 'select', key: 'state', label: '状态', options: options(MEMBER_CHOICES) },
];
export const readMemberSearch = listSearchReader(MEMBER_FIELDS, []);

export const CORRECTION_FIELDS: readonly QueryField[] = [
  { kind: 'select', key: 'state', label: '状态', options: options(CORRECTION_CHOICES) },
];
export const readCorrectionSearch = listSearchReader(CORRECTION_FIELDS, []);

export const FORM_FIELDS: readonly QueryField[] = [];
export const readFormSearch = listSearchReader(FORM_FIELDS, []);

export function useInvitations(search: ListSearch): ListPages<InvitationRow> {
  return useListPages({
    queryKey: [KEY, 'invitations', search],
    load: (page, signal) =>
      callRoute(WORKER_DESK_ROUTES.listInvitations, {
        query: { ...InvitationQuery.parse(search), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

export function useMembers(search: ListSearch): ListPages<MemberRow> {
  return useListPages({
    queryKey: [KEY, 'members', search],
    load: (page, signal) =>
      callRoute(ROSTER_ROUTES.list, {
        query: { ...MemberQuery.parse(search), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

export function useCorrections(search: ListSearch): ListPages<CorrectionRow> {
  return useListPages({
    queryKey: [KEY, 'corrections', search],
    load: (page, signal) =>
      callRoute(WORKER_DESK_ROUTES.listCorrections, {
        query: { ...CorrectionQuery.parse(search), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

export function useFamilyForms(search: ListSearch): ListPages<FamilyFormRow> {
  return useListPages({
    queryKey: [KEY, 'forms', search],
    load: (page, signal) =>
      callRoute(WORKER_DESK_ROUTES.listForms, {
        query: { ...FamilyFormQuery.parse(search), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

export function useFamilyForm(id: number): UseQueryResult<FamilyFormDetail> {
  return useQuery({
    queryKey: [KEY, 'form', id],
    queryFn: ({ signal }) => callRoute(WORKER_DESK_ROUTES.getForm, { params: { id }, signal }),
    // Each look is written to the log.
    staleTime: 300_000,
  });
}

export function useAskAgain(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: [KEY] });
    void client.invalidateQueries({ queryKey: ['applications'] });
    void client.invalidateQueries({ queryKey: ['households'] });
  };
}

/** What the import of a roster makes old. */
export const MEMBERS_KEY = KEY;
