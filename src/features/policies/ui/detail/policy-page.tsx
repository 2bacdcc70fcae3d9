import { Link, getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ComponentType, ReactElement, ReactNode } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { findPolicyText } from '../../messages.ts';
import type { PolicyActReason } from '../../rules/policy-reasons.ts';
import type { PolicyDetail } from '../../rules/policy-views.ts';
import { usePolicy } from '../policy-queries.ts';
import { PhaseBadge, PolicyLink, validityText } from '../policy-words.tsx';
import { ForwardingPanel } from './forwarding-panel.tsx';
import { PolicyActions } from './policy-actions.tsx';
import { RulesPanels } from './rules-panels.tsx';

const route = getRouteApi('/policies/$id');

export interface PolicyPageProps {
  /** Documents of the version; files have their rights from elsewhere, so they are handed in. */
  readonly Papers: ComponentType<{ readonly policyId: number }>;
}

/** One version in full: validity, rules, documents, tests, and where it went. */
export function PolicyPage({ Papers }: PolicyPageProps): ReactElement {
  const { id } = route.useParams();
  const query = usePolicy(Number(id));
  return (
    <QueryState query={query}>
      {(policy) => (
        <Loaded policy={policy}>
          <Papers policyId={policy.id} />
        </Loaded>
      )}
    </QueryState>
  );
}

interface LoadedProps {
  readonly policy: PolicyDetail;
  readonly children: ReactNode;
}

function Loaded({ policy, children }: LoadedProps): ReactElement {
  return (
    <DetailPage
      title={policy.title}
      status={<PhaseBadge phase={policy.phase} />}
      description={`编号 ${policy.code}，有效期 ${validityText(policy)}`}
      before={<WayBack label="返回救助制度" home="/policies" />}
      actions={<PolicyActions key={policy.version} policy={policy} />}
    >
      <Obstacles policy={policy} />
      <FactsCard policy={policy} />
      <TestsSummary policy={policy} />
      <RulesPanels body={policy.body} />
      {children}
      {policy.state === 'active' ? <ForwardingPanel policy={policy} /> : null}
    </DetailPage>
  );
}

/** Told before anybody tries to bring the draft into force. */
function Obstacles({ policy }: { readonly policy: PolicyDetail }): ReactElement | null {
  const may = useMay();
  const mayActivate = may('policies.activate' satisfies Permission);
  // Who edited it is a matter between the editor and whoever activates.
  const told = policy.obstacles.filter(
    ({ code }) => mayActivate || code !== ('policy.same_person' satisfies PolicyActReason['code']),
  );
  if (policy.state !== 'draft' || told.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-notice"
      title="现在还不能启用"
      description={
        <ul>
          {told.map((reason) => (
            <li key={reason.code}>{findPolicyText(reason)}</li>
          ))}
        </ul>
      }
    />
  );
}

function FactsCard({ policy }: { readonly policy: PolicyDetail }): ReactElement {
  const { basedOn, note, editedBy, editedAt, activatedBy, activatedAt, body } = policy;
  return (
    <DescriptionCard
      title="版本信息"
      items={[
        { label: '政策文件', value: body.documents.join('；'), isWide: true },
        { label: '修改说明', value: note, isWide: true },
        { label: '底稿', value: basedOn === null ? '内置制度' : <PolicyLink policy={basedOn} /> },
        { label: '最后修改', value: `${editedBy ?? '系统'} ${timeText(editedAt)}` },
        ...(activatedAt === null
          ? []
          : [{ label: '启用', value: `${activatedBy ?? '系统'} ${timeText(activatedAt)}` }]),
      ]}
    />
  );
}

function TestsSummary({ policy }: { readonly policy: PolicyDetail }): ReactElement {
  const failing = policy.tests.filter(({ isPassed }) => !isPassed).length;
  return (
    <Panel
      title="用例"
      extra={
        <Link to="/policies/$id/tests" params={{ id: String(policy.id) }}>
          查看用例
        </Link>
      }
    >
      <p>
        {policy.tests.length === 0
          ? '还没有用例。启用前须添加用例并全部通过。'
          : failing === 0
            ? `共 ${policy.tests.length} 个，全部通过。`
            : `共 ${policy.tests.length} 个，${failing} 个未通过。`}
      </p>
    </Panel>
  );
}
