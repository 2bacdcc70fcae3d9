import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { POLICY_ROUTES } from '../../contract.ts';
import type { PolicyDetail, PolicyTestView } from '../../rules/policy-views.ts';
import { usePolicy, useTakePolicy } from '../policy-queries.ts';
import { PolicyTestForm } from './policy-test-form.tsx';
import { TestTable } from './test-table.tsx';

const route = getRouteApi('/policies/$id/tests');

/** 用例: named cases with the decision that is expected, and what the rules say now. */
export function PolicyTestsPage(): ReactElement {
  const { id } = route.useParams();
  const query = usePolicy(Number(id));
  return (
    <QueryState query={query}>
      {(policy) => (
        <>
          <PageTitle
            title={`用例：${policy.title}`}
            before={<WayBack label="返回制度" home={`/policies/${id}`} />}
          >
            用例是写明结果的典型情形。修改规则后自动重新核对，全部通过才能启用。
          </PageTitle>
          <Tests policy={policy} />
        </>
      )}
    </QueryState>
  );
}

function Tests({ policy }: { readonly policy: PolicyDetail }): ReactElement {
  const may = useMay();
  const [edited, setEdited] = useState<PolicyTestView | 'new'>();
  const [removed, setRemoved] = useState<PolicyTestView>();
  const mayWrite =
    policy.state === 'draft' && policy.isWritable && may('policies.write' satisfies Permission);
  if (edited !== undefined) {
    return (
      <PolicyTestForm
        policyId={policy.id}
        known={edited === 'new' ? undefined : edited}
        onClose={() => setEdited(undefined)}
      />
    );
  }
  return (
    <Panel
      title={`共 ${policy.tests.length} 个用例`}
      extra={
        mayWrite ? (
          <Button type="primary" onClick={() => setEdited('new')}>
            添加用例
          </Button>
        ) : null
      }
    >
      {policy.tests.length === 0 ? (
        <EmptyState title="还没有用例">草稿启用前须添加用例。</EmptyState>
      ) : (
        <TestTable
          tests={policy.tests}
          {...(mayWrite ? { onEdit: setEdited, onRemove: setRemoved } : {})}
        />
      )}
      <RemoveDialog policyId={policy.id} test={removed} onClose={() => setRemoved(undefined)} />
    </Panel>
  );
}

interface RemoveDialogProps {
  readonly policyId: number;
  readonly test: PolicyTestView | undefined;
  readonly onClose: () => void;
}

function RemoveDialog({ policyId, test, onClose }: RemoveDialogProps): ReactElement {
  const takePolicy = useTakePolicy();
  return (
    <ReasonDialog
      title={`删除用例：${test?.test.name ?? ''}`}
      isOpen={test !== undefined}
      confirmText="删除"
      isDanger
      onCancel={onClose}
      onConfirm={async (reason) => {
        if (test === undefined) return;
        const params = { id: policyId, testId: test.id };
        takePolicy(await callRoute(POLICY_ROUTES.removeTest, { params, body: { reason } }));
      }}
    />
  );
}
