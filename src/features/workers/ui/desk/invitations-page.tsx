import { UserAddOutlined } from '@ant-design/icons';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { failureText } from '#ui/request-failure.ts';
import { useMay } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import { WORKER_DESK_ROUTES } from '../../contract.ts';
import type { InvitationRow, MadeInvitation } from '../../rules/desk-views.ts';
import { INVITATION_FIELDS, useAskAgain, useInvitations } from './desk-queries.ts';
import { INVITATION_STATE_NAMES } from './desk-texts.ts';
import { InvitationSlip } from './invitation-slip.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import type { UnionControl } from './invite-dialog.tsx';

const route = getRouteApi('/worker-invitations');

interface InvitationsPageProps {
  readonly UnionInput: UnionControl;
  /** The union the officer works for. */
  readonly ownUnionId: number;
}

/** 职工邀请: who was handed a code, and what became of it. */
export function InvitationsPage({ UnionInput, ownUnionId }: InvitationsPageProps): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useInvitations(search);
  const mayInvite = useMay()('workers.invite' satisfies Permission);
  const [isInviting, setInviting] = useState(false);
  const [made, setMade] = useState<MadeInvitation>();
  const invite = mayInvite ? <InviteButton onInvite={() => setInviting(true)} /> : null;
  return (
    <>
      <ListPage<InvitationRow>
        listKey="worker-invitations"
        title="职工邀请"
        description="把邀请码交给职工本人，职工用手机注册后自己提交申请、查进度。一个邀请码只能注册一次。"
        fields={INVITATION_FIELDS}
        columns={COLUMNS}
        rowKey={({ id }) => String(id)}
        {...(mayInvite ? { rowActions: rowActionsOf(setMade) } : {})}
        search={search}
        onSearchChange={(next) => void navigate({ to: '/worker-invitations', search: next })}
        pages={pages}
        actions={invite}
        emptyText="还没有发出邀请"
        emptyAction={invite}
      />
      {isInviting ? (
        <InviteDialog
          UnionInput={UnionInput}
          ownUnionId={ownUnionId}
          onClose={() => setInviting(false)}
          onMade={setMade}
        />
      ) : null}
      <InvitationSlip shown={made} onClose={() => setMade(undefined)} />
    </>
  );
}

function InviteButton({ onInvite }: { readonly onInvite: () => void }): ReactElement {
  return (
    <Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={onInvite}>
      邀请职工
    </Button>
  );
}

type OnMade = (made: MadeInvitation) => void;

function rowActionsOf(onMade: OnMade) {
  return {
    width: 100,
    render: (invitation: InvitationRow) => (
      <>
        <RevokeButton invitation={invitation} />
        <RenewButton invitation={invitation} onMade={onMade} />
      </>
    ),
  };
}

interface RenewButtonProps {
  readonly invitation: InvitationRow;
  readonly onMade: OnMade;
}

/** For who registered and forgot the password. */
function RenewButton({ invitation, onMade }: RenewButtonProps): ReactElement | null {
  const [isAsked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();
  const { id, state, isRenewable, name } = invitation;
  if (state !== 'used' || !isRenewable) return null;
  const renew = async (): Promise<void> => {
    setError(undefined);
    try {
      onMade(await callRoute(WORKER_DESK_ROUTES.renewInvitation, { params: { id } }));
      setAsked(false);
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <>
      <Button type="link" size="small" onClick={() => setAsked(true)}>
        重设密码<span className="visually-hidden">{`：${name}`}</span>
      </Button>
      <Modal
        title="重设密码"
        open={isAsked}
        okText="发邀请码"
        cancelText="取消"
        onOk={() => void renew()}
        onCancel={() => setAsked(false)}
        destroyOnHidden
      >
        <p>{`请先核对确是${name}本人。会生成一张7天内有效的邀请码，本人用它设置新密码，用户名不变。`}</p>
        {error === undefined ? null : (
          <Alert type="error" showIcon title={failureText(error)} role="alert" />
        )}
      </Modal>
    </>
  );
}

function RevokeButton({ invitation }: { readonly invitation: InvitationRow }): ReactElement | null {
  const askAgain = useAskAgain();
  const [isBusy, setBusy] = useState(false);
  const { id, state, name } = invitation;
  if (state !== 'open') return null;
  const revoke = async (): Promise<void> => {
    setBusy(true);
    try {
      await callRoute(WORKER_DESK_ROUTES.revokeInvitation, { params: { id } });
    } finally {
      setBusy(false);
      askAgain();
    }
  };
  return (
    <Button type="link" size="small" loading={isBusy} onClick={() => void revoke()}>
      收回<span className="visually-hidden">{`${name}的邀请`}</span>
    </Button>
  );
}

const TONES: Readonly<Record<InvitationRow['state'], Tone>> = {
  open: 'info',
  used: 'good',
  revoked: 'plain',
  expired: 'plain',
};

const COLUMNS: readonly ListColumn<InvitationRow>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 110,
    isCardTitle: true,
    isAlwaysShown: true,
    render: ({ name }) => name,
  },
  {
    key: 'state',
    title: '状态',
    width: 100,
    render: ({ state }) => (
      <StatusBadge tone={TONES[state]}>{INVITATION_STATE_NAMES[state]}</StatusBadge>
    ),
  },
  { key: 'unionName', title: '所属工会', width: 220, render: ({ unionName }) => unionName },
  { key: 'expiresOn', title: '有效期至', width: 110, render: ({ expiresOn }) => expiresOn },
  { key: 'usedOn', title: '注册日期', width: 110, render: ({ usedOn }) => usedOn ?? '—' },
  {
    key: 'fileNumber',
    title: '家庭档案',
    width: 200,
    render: ({ fileNumber }) => fileNumber ?? '—',
  },
  {
    key: 'created',
    title: '发出',
    width: 200,
    render: ({ createdByName, createdOn }) => `${createdByName} ${createdOn}`,
  },
];
