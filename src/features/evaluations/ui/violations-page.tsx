import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactElement } from 'react';

import type { DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LongTable } from '#ui/long-table.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { SearchBox } from '#ui/search-box.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { EvaluationView, ViolationsPage as Violations } from '../contract.ts';
import { VIOLATION_TITLES } from '../messages.ts';
import { useEvaluation, violationsQuery } from './evaluation-queries.ts';
import { count } from './figures.ts';

const route = getRouteApi('/evaluation/violations');

export function ViolationsPage(): ReactElement {
  const query = useEvaluation();
  return (
    <>
      <PageTitle title="违规明细">
        与救助办法逐笔核对的结果：哪一笔、违反哪条规定、依据是什么。
      </PageTitle>
      <QueryState query={query}>
        {(view) =>
          view.violations.length === 0 ? (
            <EmptyState title="逐笔核对后没有发现违规" />
          ) : (
            <ViolationList view={view} />
          )
        }
      </QueryState>
    </>
  );
}

function ViolationList({ view }: { readonly view: EvaluationView }): ReactElement {
  const { code, find = '' } = route.useSearch();
  const query = useInfiniteQuery(violationsQuery({ code, search: find }));
  const loadMore = query.hasNextPage ? () => void query.fetchNextPage() : undefined;
  return (
    <div className="panel">
      <ViolationFilters view={view} total={query.data?.pages[0]?.total ?? 0} />
      <QueryState query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <EmptyState title="没有符合条件的违规记录" />;
          return (
            <LongTable
              label="违规明细"
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => String(row.position)}
              {...(loadMore === undefined ? {} : { onNearEnd: loadMore })}
            />
          );
        }}
      </QueryState>
    </div>
  );
}

interface ViolationFiltersProps {
  readonly view: EvaluationView;
  readonly total: number;
}

function ViolationFilters({ view, total }: ViolationFiltersProps): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="filters">
      <Select
        className="filter-select"
        aria-label="违规类型"
        placeholder="全部类型"
        allowClear
        value={search.code ?? null}
        options={view.violations.map(({ code, count }) => ({
          value: code,
          label: `${VIOLATION_TITLES[code]}（${count}）`,
        }))}
        onChange={(code) => {
          void navigate({ search: { ...search, code: code ?? undefined }, replace: true });
        }}
      />
      <SearchBox
        label="按申请编号查找"
        value={search.find ?? ''}
        onSearch={(find) => {
          void navigate({
            search: { ...search, find: find === '' ? undefined : find },
            replace: true,
          });
        }}
      />
      <span className="filters-count" aria-live="polite">{`共${count(total)}条`}</span>
    </div>
  );
}

type Row = Violations['rows'][number];

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    key: 'application',
    title: '申请编号',
    width: 130,
    isCardTitle: true,
    render: ({ application }) =>
      application === null ? (
        '资金来源'
      ) : (
        <Link to="/evaluation/ledger/$application" params={{ application }}>
          {application}
        </Link>
      ),
  },
  {
    key: 'code',
    title: '违规类型',
    width: 180,
    render: ({ code }) => <StatusBadge tone="bad">{VIOLATION_TITLES[code]}</StatusBadge>,
  },
  { key: 'detail', title: '情况', width: 260, isWideOnPhone: true, render: ({ detail }) => detail },
  { key: 'rule', title: '规定', width: 220, isWideOnPhone: true, render: ({ rule }) => rule },
  {
    key: 'citation',
    title: '依据',
    width: 260,
    isWideOnPhone: true,
    render: ({ citation }) => citation,
  },
];
