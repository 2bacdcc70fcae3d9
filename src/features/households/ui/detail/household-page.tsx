import { Link, getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ComponentType, ReactElement, ReactNode } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import type { HouseholdDetail } from '../../rules/household-views.ts';
import { ClassReasons } from '../class-reasons.tsx';
import { HouseholdStateBadge } from '../household-columns.tsx';
import { useHousehold } from '../household-queries.ts';
import type { UnionControl } from '../union-control.ts';
import { EventTimeline } from './event-timeline.tsx';
import { FileCard, HeadCard } from './fact-cards.tsx';
import { HouseholdActions } from './household-actions.tsx';
import { MoneyPanel, PropertyCard } from './money-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

const route = getRouteApi('/households/$id');

export interface HouseholdPageProps {
  /** Papers of the file; they have their rights from elsewhere, so they are handed in. */
  readonly Papers: ComponentType<{ readonly householdId: number; readonly isOpen: boolean }>;
  /** The button that prints the whole file, with the applications in it. */
  readonly FilePrint: ComponentType<{ readonly householdId: number }>;
  readonly UnionInput: UnionControl;
}

/** One file: the family, its class with every reason, and what happened to it. */
export function HouseholdPage({ Papers, FilePrint, UnionInput }: HouseholdPageProps): ReactElement {
  const { id } = route.useParams();
  const query = useHousehold(Number(id));
  return (
    <QueryState query={query}>
      {(household) => (
        <Loaded
          household={household}
          UnionInput={UnionInput}
          print={<FilePrint householdId={household.id} />}
        >
          <Papers householdId={household.id} isOpen={household.state === 'open'} />
        </Loaded>
      )}
    </QueryState>
  );
}

interface LoadedProps {
  readonly household: HouseholdDetail;
  readonly UnionInput: UnionControl;
  readonly print: ReactNode;
  readonly children: ReactNode;
}

function Loaded({ household, UnionInput, print, children }: LoadedProps): ReactElement {
  return (
    <DetailPage
      title={`${household.headName}户`}
      status={<HouseholdStateBadge {...household} />}
      description={`档案编号 ${household.fileNumber}，${household.unionName}`}
      before={<WayBack label="返回困难家庭" home="/households" />}
      actions={
        <>
          <HouseholdActions key={household.version} household={household} UnionInput={UnionInput} />
          {print}
        </>
      }
    >
      <Notices household={household} />
      <Panel title="困难类别及理由">
        <ClassReasons of={household.class} />
      </Panel>
      <FileCard household={household} />
      <PeoplePanel household={household} />
      <HeadCard household={household} />
      <MoneyPanel form={household.form} />
      <PropertyCard form={household.form} />
      {children}
      <EventTimeline household={household} />
      <VersionsPanel household={household} />
    </DetailPage>
  );
}

function Notices({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const { mergedIntoId, exitReason, exitedOn } = household;
  return (
    <>
      {mergedIntoId === null ? null : (
        <Alert
          type="info"
          showIcon
          className="form-notice"
          title="本档案已并入另一份档案，不再更新。"
          action={
            <Link to="/households/$id" params={{ id: String(mergedIntoId) }}>
              查看并入的档案
            </Link>
          }
        />
      )}
      {exitedOn === null ? null : (
        <Alert
          type="info"
          showIcon
          className="form-notice"
          title={`本档案已于 ${exitedOn} 退出。`}
          description={exitReason}
        />
      )}
      <OpenPairs household={household} />
    </>
  );
}

function OpenPairs({ household }: { readonly household: HouseholdDetail }): ReactElement | null {
  const { id, openPairCount } = household;
  const mayMerge = useMay()('households.merge' satisfies Permission);
  if (openPairCount === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-notice"
      title={`有 ${openPairCount} 处疑似重复建档，尚未核对`}
      description={mayMerge ? '请核对是否为同一人，并作出结论。' : '请联系区总工会经办人核对。'}
      action={
        <Link to="/duplicates" search={{ householdId: String(id) }}>
          查看疑似重复
        </Link>
      }
    />
  );
}
