import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';

import { ROLE_NAMES } from '../messages.ts';
import type { HeldRole, SessionView } from '../rules/session-view.ts';
import { describeTerm } from './labels.ts';
import { OwnIdentities } from './own-identities.tsx';
import { OwnPassword } from './own-password.tsx';
import { OwnSecondFactor } from './own-second-factor.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { useSession } from './session-queries.ts';

/** 个人中心: who I am here, and what I keep safe myself. */
export function ProfilePage(): ReactElement {
  const query = useSession();
  return <QueryState query={query}>{(session) => <Profile session={session} />}</QueryState>;
}

function Profile({ session }: { readonly session: SessionView }): ReactElement {
  return (
    <DetailPage title="个人中心" description="本人资料、密码、两步验证和登录情况。">
      <DescriptionCard
        title="本人资料"
        extra="资料有误，请联系本单位系统管理员修改"
        items={[
          { label: '姓名', value: session.displayName },
          { label: '用户名', value: session.username },
          { label: '所在工会', value: session.unionName },
          { label: '本次登录', value: timeText(session.signedInAt) },
        ]}
      />
      <Panel title="我的角色">
        {session.roles.length === 0 ? (
          <p className="is-absent">尚未授予角色，请联系本单位安全管理员。</p>
        ) : (
          <DataTable<HeldRole>
            label="我的角色"
            columns={ROLE_COLUMNS}
            rows={session.roles}
            rowKey={({ role, unionId, validFrom }) => `${role} ${unionId} ${validFrom}`}
          />
        )}
      </Panel>
      <OwnPassword session={session} />
      <OwnSecondFactor session={session} />
      <OwnSessions />
      <OwnIdentities session={session} />
    </DetailPage>
  );
}

const ROLE_COLUMNS: readonly DataColumn<HeldRole>[] = [
  {
    key: 'role',
    title: '角色',
    width: 180,
    isCardTitle: true,
    render: ({ role }) => ROLE_NAMES[role],
  },
  { key: 'union', title: '管辖工会（含下级）', render: ({ unionName }) => unionName },
  { key: 'term', title: '起止', width: 220, render: describeTerm },
];
