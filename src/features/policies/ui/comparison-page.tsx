import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { WayBack } from '#ui/way-back.tsx';

import type { VersionDifference } from '../rules/compare-versions.ts';
import { valueText } from '../rules/difference-texts.ts';
import { placeName } from '../rules/place-names.ts';
import type { PolicyComparison } from '../rules/policy-views.ts';
import { useComparison, usePolicies } from './policy-queries.ts';

const route = getRouteApi('/policies/$id/comparison');

/** 版本对比: every place at which two versions differ. */
export function ComparisonPage(): ReactElement {
  const { id } = route.useParams();
  const { withId } = route.useSearch();
  const query = useComparison(Number(id), withId);
  return (
    <>
      <PageTitle
        title="版本对比"
        before={<WayBack label="返回救助制度" home={`/policies/${id}`} />}
      >
        逐项列出两个版本的不同之处，相同的内容不显示。
      </PageTitle>
      <OtherVersion id={Number(id)} withId={withId} />
      <QueryState query={query}>
        {(comparison) => <Differences comparison={comparison} />}
      </QueryState>
    </>
  );
}

interface OtherVersionProps {
  readonly id: number;
  readonly withId: number;
}

function OtherVersion({ id, withId }: OtherVersionProps): ReactElement {
  const navigate = useNavigate();
  const { data = [] } = usePolicies();
  return (
    <p className="form-notice">
      <label>
        {'与以下版本对比：'}
        <Select<number>
          className="query-select"
          aria-label="与以下版本对比"
          value={withId}
          options={data
            .filter((other) => other.id !== id)
            .map((other) => ({ value: other.id, label: `${other.title}（${other.code}）` }))}
          onChange={(chosen) =>
            void navigate({
              to: '/policies/$id/comparison',
              params: { id: String(id) },
              search: { withId: chosen },
              replace: true,
            })
          }
        />
      </label>
    </p>
  );
}

function Differences({ comparison }: { readonly comparison: PolicyComparison }): ReactElement {
  const { before, after, differences } = comparison;
  if (differences.length === 0) return <EmptyState title="两个版本没有不同之处" />;
  return (
    <Panel title={`共 ${differences.length} 处不同`}>
      <DataTable
        label="版本差异"
        columns={columnsOf(before.title, after.title)}
        rows={differences}
        rowKey={({ place }) => place.join('.')}
      />
    </Panel>
  );
}

function columnsOf(before: string, after: string): DataColumn<VersionDifference>[] {
  return [
    {
      key: 'place',
      title: '项目',
      width: 260,
      isCardTitle: true,
      render: ({ place }) => placeName(place),
    },
    { key: 'before', title: `原：${before}`, render: (row) => valueText(row.before) },
    {
      key: 'after',
      title: `现：${after}`,
      render: (row) => <strong>{valueText(row.after)}</strong>,
    },
  ];
}
