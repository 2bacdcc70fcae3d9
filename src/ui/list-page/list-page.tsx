import { Alert, Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import { PageTitle } from '../page-title.tsx';
import { QueryState } from '../query-state.tsx';
import { failureText } from '../request-failure.ts';
import { EmptyList } from './empty-list.tsx';
import { ExportButton } from './export-button.tsx';
import type { ExportRequest } from './export-button.tsx';
import { columnsInView, countText } from './list-columns.ts';
import type { ListColumn, ListPages, RowActions } from './list-columns.ts';
import { ListRows } from './list-rows.tsx';
import { describeFilter, readSort, withSort } from './list-search.ts';
import type { FilterPart, ListSearch, ListSort, QueryField } from './list-search.ts';
import { ListToolbar } from './list-toolbar.tsx';
import { useListView } from './list-view.ts';
import type { ListView } from './list-view.ts';
import { QueryForm } from './query-form.tsx';

export interface ListPageProps<Row extends object> {
  /** Under which this browser keeps columns and density, e.g. `accounts`. */
  readonly listKey: string;
  readonly title: string;
  readonly description?: ReactNode;
  /** The way back, above the title. */
  readonly before?: ReactNode;
  /** Between title and conditions: which of a few lists is shown. */
  readonly tabs?: ReactNode;
  /** The query form; none when empty. */
  readonly fields: readonly QueryField[];
  readonly columns: readonly ListColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowActions?: RowActions<Row> | undefined;
  readonly isMarked?: (row: Row) => boolean;
  /** Filter and order as the address has them; see `listSearchReader`. */
  readonly search: ListSearch;
  readonly onSearchChange: (next: ListSearch) => void;
  readonly pages: ListPages<Row>;
  /** Buttons before 导出: 新建, 导入 … */
  readonly actions?: ReactNode;
  readonly onExport?: ((request: ExportRequest) => Promise<void> | void) | undefined;
  /** When nothing is there at all: what the list will hold. */
  readonly emptyText?: string;
  /** The next step from an empty list, e.g. the 新建 button again. */
  readonly emptyAction?: ReactNode;
}

/** A page of the house: conditions, tools, rows. */
export function ListPage<Row extends object>(props: ListPageProps<Row>): ReactElement {
  const { title, description, before, tabs, fields, search, onSearchChange, pages } = props;
  return (
    <div className="list-page">
      <PageTitle title={title} before={before}>
        {description}
      </PageTitle>
      {tabs === undefined ? null : <div className="list-tabs">{tabs}</div>}
      {fields.length === 0 ? null : (
        <QueryForm
          fields={fields}
          search={search}
          onSearchChange={(next) => {
            // The same question again asks for newer answers.
            if (JSON.stringify(next) === JSON.stringify(search)) void pages.refetch();
            else onSearchChange(next);
          }}
        />
      )}
      <div className="panel list-panel">
        <QueryState query={pages}>{() => <LoadedList {...props} />}</QueryState>
      </div>
    </div>
  );
}

function LoadedList<Row extends object>(props: ListPageProps<Row>): ReactElement {
  const { title, columns, pages, actions, onExport } = props;
  const list = useLoadedList(props);
  const { view, rows, count, filter } = list;
  return (
    <>
      <ListToolbar
        {...list}
        columns={columns}
        isRefreshing={pages.isFetching}
        onRefresh={() => void pages.refetch()}
      >
        {actions}
        {onExport === undefined ? null : (
          <ExportButton
            count={count}
            isEmpty={rows.length === 0}
            filter={filter}
            onExport={onExport}
          />
        )}
      </ListToolbar>
      <StaleNotice pages={pages} />
      {rows.length === 0 ? (
        <EmptyList {...props} hasFilter={filter.length > 0} />
      ) : (
        <ListRows
          {...props}
          label={title}
          columns={columnsInView(columns, view.hiddenColumns)}
          rows={rows}
          density={view.density}
          sort={list.sort}
          onSort={list.onSort}
        />
      )}
    </>
  );
}

interface LoadedListState<Row> {
  readonly view: ListView;
  readonly onView: (next: ListView) => void;
  readonly initialView: ListView;
  readonly rows: readonly Row[];
  readonly count: string;
  readonly filter: readonly FilterPart[];
  readonly sort: ListSort | undefined;
  readonly onSort: (next: ListSort | undefined) => void;
}

function useLoadedList<Row extends object>(props: ListPageProps<Row>): LoadedListState<Row> {
  const { listKey, fields, columns, search, onSearchChange, pages } = props;
  const initialView = designedView(columns);
  const [view, setView] = useListView(listKey, initialView);
  const loaded = pages.data?.pages ?? [];
  return {
    view,
    onView: setView,
    initialView,
    rows: loaded.flatMap((page) => page.rows),
    count: countText(loaded, pages.hasNextPage),
    filter: describeFilter(fields, search),
    sort: readSort(search),
    onSort: (next) => onSearchChange(withSort(search, next)),
  };
}

/** Rows are here and newer ones could not be had. */
function StaleNotice<Row>({ pages }: { readonly pages: ListPages<Row> }): ReactElement | null {
  if (pages.error === null || pages.error === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-notice"
      title={failureText(pages.error)}
      action={
        <Button size="small" onClick={() => void pages.refetch()}>
          重试
        </Button>
      }
    />
  );
}

function designedView<Row>(columns: readonly ListColumn<Row>[]): ListView {
  const hidden = columns.filter(({ isHiddenAtFirst = false }) => isHiddenAtFirst);
  return { density: 'middle', hiddenColumns: hidden.map(({ key }) => key) };
}
