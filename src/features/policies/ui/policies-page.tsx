import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';

import type { PolicySummary } from '../rules/policy-views.ts';
import { NewPolicyDialog } from './new-policy-dialog.tsx';
import { usePolicies } from './policy-queries.ts';
import { PhaseBadge, PolicyLink, validityText } from './policy-words.tsx';

/** 救助制度: every version, the newest beginning first. */
export function PoliciesPage(): ReactElement {
  const query = usePolicies();
  return (
    <>
      <PageTitle title="救助制度">
        制度按版本管理。已启用的版本不再改动，案件始终按当时有效的版本办理；需要修改时另建草稿。
      </PageTitle>
      <QueryState query={query}>{(policies) => <Versions policies={policies} />}</QueryState>
    </>
  );
}

function Versions({ policies }: { readonly policies: readonly PolicySummary[] }): ReactElement {
  const may = useMay();
  const [isCreating, setCreating] = useState(false);
  const current = policies.find(({ phase }) => phase === 'in_force') ?? policies[0];
  const mayWrite = may('policies.write' satisfies Permission) && current !== undefined;
  return (
    <Panel
      title="全部版本"
      extra={
        mayWrite ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            新建草稿
          </Button>
        ) : null
      }
    >
      {policies.length === 0 ? (
        <EmptyState title="还没有救助制度">建立工会组织后，内置制度自动启用。</EmptyState>
      ) : (
        <DataTable
          label="救助制度版本"
          columns={COLUMNS}
          rows={policies}
          rowKey={({ code }) => code}
        />
      )}
      {mayWrite ? (
        <NewPolicyDialog
          policies={policies}
          basedOnId={current.id}
          isOpen={isCreating}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </Panel>
  );
}

const COLUMNS: readonly DataColumn<PolicySummary>[] = [
  {
    key: 'title',
    title: '名称',
    isCardTitle: true,
    render: (policy) => <PolicyLink policy={policy} />,
  },
  { key: 'code', title: '编号', width: 140, render: ({ code }) => code },
  { key: 'phase', title: '状态', width: 110, render: ({ phase }) => <PhaseBadge phase={phase} /> },
  { key: 'validity', title: '有效期', width: 210, render: validityText },
  {
    key: 'tests',
    title: '用例',
    width: 80,
    align: 'right',
    render: ({ testCount }) => `${testCount} 个`,
  },
  {
    key: 'edited',
    title: '最后修改',
    width: 150,
    render: ({ editedBy, editedAt }) => `${editedBy ?? '系统'} ${editedAt.slice(0, 10)}`,
  },
];
