import { getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ComponentType, ReactElement, ReactNode } from 'react';

import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import type { DescriptionItem } from '#ui/detail-page/description-card.tsx';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { UNION_ROUTES } from '../contract.ts';
import { findUnionText } from '../messages.ts';
import type { UnionDetail } from '../rules/union-views.ts';
import { MembershipPanel } from './membership-panel.tsx';
import { PlacementTimeline } from './placement-timeline.tsx';
import { UnionActions } from './union-actions.tsx';
import { UnionLink, UnionStateBadge, countText } from './union-columns.tsx';
import { useUnion } from './union-queries.ts';

const route = getRouteApi('/unions/$id');

export interface UnionPageProps {
  /** Papers of the union; the files have their rights from elsewhere, so they are handed in. */
  readonly Papers: ComponentType<{ readonly unionId: number }>;
}

/** One union: what it is, where it stands and stood, its members and its papers. */
export function UnionPage({ Papers }: UnionPageProps): ReactElement {
  const { id } = route.useParams();
  const query = useUnion(Number(id));
  return (
    <QueryState query={query}>
      {(union) => (
        <Loaded union={union}>
          <Papers unionId={union.id} />
        </Loaded>
      )}
    </QueryState>
  );
}

interface LoadedProps {
  readonly union: UnionDetail;
  readonly children: ReactNode;
}

function Loaded({ union, children }: LoadedProps): ReactElement {
  return (
    <DetailPage
      title={union.name}
      status={<UnionStateBadge {...union} />}
      description={<Ancestors union={union} />}
      before={<WayBack label="返回工会组织" home="/unions" />}
      actions={<UnionActions key={union.id} union={union} />}
    >
      <Warnings union={union} />
      <FactsCard union={union} />
      <MembershipPanel union={union} />
      {children}
      <PlacementTimeline union={union} />
    </DetailPage>
  );
}

function Ancestors({ union }: { readonly union: UnionDetail }): ReactElement {
  if (union.ancestors.length === 0) return <>您管辖范围内的最上级工会</>;
  return (
    <>
      {'隶属：'}
      {union.ancestors.map((above, index) => (
        <span key={above.id}>
          {index === 0 ? null : ' › '}
          <UnionLink union={above} />
        </span>
      ))}
    </>
  );
}

function Warnings({ union }: { readonly union: UnionDetail }): ReactElement | null {
  if (union.warnings.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-notice"
      title="以下资料请核对"
      description={
        <ul>
          {union.warnings.map((reason) => (
            <li key={reason.code}>{findUnionText(reason)}</li>
          ))}
        </ul>
      }
    />
  );
}

function FactsCard({ union }: { readonly union: UnionDetail }): ReactElement {
  const may = useMay();
  return (
    <DescriptionCard
      title="基本资料"
      items={[...plainItems(union), phoneItem(union, may('unions.reveal' satisfies Permission))]}
    />
  );
}

function plainItems(union: UnionDetail): DescriptionItem[] {
  const { subtree } = union;
  return [
    { label: '工会编码', value: union.code },
    { label: '层级', value: UNION_LEVEL_NAMES[union.level] },
    { label: '统一社会信用代码', value: union.creditCode },
    { label: '行政区划代码', value: union.regionCode },
    { label: '成立日期', value: union.foundedOn },
    ...(union.closedOn === null ? [] : [{ label: '撤销日期', value: union.closedOn }]),
    { label: '存续的下级工会', value: countText(Math.max(subtree.unionCount - 1, 0)), unit: '个' },
    { label: '会员合计（含下级）', value: countText(subtree.memberCount), unit: '人' },
    { label: '联系人', value: union.contactName },
  ];
}

function phoneItem({ id, contactPhone }: UnionDetail, mayReveal: boolean): DescriptionItem {
  if (contactPhone === null) return { label: '联系电话', value: null };
  return {
    label: '联系电话',
    value: contactPhone,
    isSecret: true,
    onReveal: mayReveal
      ? async (reason) => {
          const reply = await callRoute(UNION_ROUTES.revealContactPhone, {
            params: { id },
            body: { reason },
          });
          return reply.contactPhone;
        }
      : undefined,
  };
}
