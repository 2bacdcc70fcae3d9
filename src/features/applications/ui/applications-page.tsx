import { PlusOutlined } from '@ant-design/icons';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { ChoiceBar } from '#ui/choice-bar.tsx';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import type { ListSearch, LookupQuery } from '#ui/list-page/list-search.ts';
import { useMay } from '#ui/rights.ts';

import { LIST_VIEW_NAMES } from '../messages.ts';
import { LIST_VIEWS } from '../rules/application-inputs.ts';
import type { ApplicationRow } from '../rules/application-views.ts';
import { APPLICATION_COLUMNS } from './application-columns.tsx';
import { useApplications } from './application-queries.ts';
import { OTHER_FIELDS, SEARCH_FIELD, viewOf } from './application-search.ts';
import type { ListView } from './application-search.ts';
import { BulkApproval } from './bulk-approval.tsx';
import { FormsPrint } from './papers/form-print.tsx';
import { RosterPrint, exportLedger } from './papers/list-papers.tsx';
import { useHasDesk } from './use-has-desk.ts';
import { ApplicationLink } from './words.tsx';

const route = getRouteApi('/applications');

interface ApplicationsPageProps {
  /** The condition 工会（含下级）. */
  readonly unionField: LookupQuery;
}

/** 申请管理: what waits, what is under way, what is decided. */
export function ApplicationsPage({ unionField }: ApplicationsPageProps): ReactElement {
  const search = route.useSearch();
  const view = viewOf(search, useHasDesk());
  const show = useShow(search);
  const pages = useApplications(search, view);
  const selection = useSelection();
  const fields = useMemo(() => [SEARCH_FIELD, unionField, ...OTHER_FIELDS], [unionField]);
  const may = useMay();
  const mayChoose = CHOOSERS.some((permission) => may(permission));
  const mayExport = may('applications.export' satisfies Permission);
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <ListPage<ApplicationRow>
      listKey="applications"
      title="申请管理"
      description="申请、审核、审批都在这里办理。待办只列出轮到您这一级办理的申请，先到期的排在前面。"
      tabs={<ViewTabs view={view} onView={(next) => show({ ...search, view: next })} />}
      fields={fields}
      columns={mayChoose ? [selection.column, ...APPLICATION_COLUMNS] : APPLICATION_COLUMNS}
      rowKey={({ id }) => String(id)}
      rowActions={{ width: 76, render: (one) => <ApplicationLink application={one} text="办理" /> }}
      isMarked={({ id }) => selection.ids.has(id)}
      search={search}
      onSearchChange={(next) => show({ ...next, view })}
      pages={pages}
      actions={
        <>
          <NewButton />
          <ListActions {...{ search, view, rows, selection }} />
        </>
      }
      onExport={mayExport ? ({ reason }) => exportLedger(search, view, reason) : undefined}
      emptyText={EMPTY_TEXTS[view]}
      emptyAction={view === 'done' ? undefined : <NewButton />}
    />
  );
}

const EMPTY_TEXTS: Readonly<Record<ListView, string>> = {
  todo: '没有等待您这一级办理的申请',
  open: '没有在办的申请',
  done: '还没有办结的申请',
  all: '还没有申请',
};

/** Who does something with many at once. */
const CHOOSERS = [
  'applications.approve',
  'applications.print',
] as const satisfies readonly Permission[];

interface ListActionsProps {
  readonly search: ListSearch;
  readonly view: ListView;
  readonly rows: readonly ApplicationRow[];
  readonly selection: Selection;
}

function ListActions({ search, view, rows, selection }: ListActionsProps): ReactElement {
  const may = useMay();
  const chosen = rows.filter(({ id }) => selection.ids.has(id));
  return (
    <>
      {CHOOSERS.some((permission) => may(permission)) && rows.length > 0 ? (
        <Button
          onClick={() => selection.choose(chosen.length === 0 ? rows.filter(isChoosable) : [])}
        >
          {chosen.length === 0 ? '全选' : '取消选择'}
        </Button>
      ) : null}
      {may('applications.approve' satisfies Permission) ? (
        <BulkApproval rows={chosen} onDone={() => selection.choose([])} />
      ) : null}
      {may('applications.print' satisfies Permission) ? (
        <FormsPrint ids={chosen.map(({ id }) => id)} />
      ) : null}
      {may('applications.export' satisfies Permission) ? (
        <RosterPrint search={search} view={view} isEmpty={rows.length === 0} />
      ) : null}
    </>
  );
}

function useShow(search: ListSearch): (next: ListSearch) => void {
  const navigate = useNavigate();
  const { householdId } = search;
  // The family one came from stays chosen while other conditions change.
  const kept = householdId === undefined ? {} : { householdId };
  return (next) => void navigate({ to: '/applications', search: { ...kept, ...next } });
}

interface ViewTabsProps {
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
}

function ViewTabs({ view, onView }: ViewTabsProps): ReactElement {
  const options = LIST_VIEWS.map((value) => ({ value, label: LIST_VIEW_NAMES[value] }));
  return <ChoiceBar label="列出哪些申请" value={view} options={options} onChange={onView} />;
}

function NewButton(): ReactElement | null {
  const navigate = useNavigate();
  if (!useMay()('applications.file' satisfies Permission)) return null;
  return (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => void navigate({ to: '/applications/new' })}
    >
      新建申请
    </Button>
  );
}

interface Selection {
  readonly ids: ReadonlySet<number>;
  readonly column: ListColumn<ApplicationRow>;
  readonly choose: (rows: readonly Pick<ApplicationRow, 'id'>[]) => void;
}

function isChoosable({ state }: Pick<ApplicationRow, 'state'>): boolean {
  return state !== 'draft';
}

/** Rows chosen to be approved or printed together; a draft is neither. */
function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const column: ListColumn<ApplicationRow> = {
    key: 'chosen',
    title: '选择',
    width: 60,
    isAlwaysShown: true,
    render: ({ id, state, number }) =>
      isChoosable({ state }) ? (
        <Checkbox
          aria-label={`选择${number}`}
          checked={ids.has(id)}
          onChange={({ target }) => {
            const others = [...ids].filter((one) => one !== id);
            setIds(new Set(target.checked ? [...others, id] : others));
          }}
        />
      ) : (
        '—'
      ),
  };
  return { ids, column, choose: (rows) => setIds(new Set(rows.map(({ id }) => id))) };
}
