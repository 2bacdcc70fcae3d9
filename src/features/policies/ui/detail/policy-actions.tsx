import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { useMay } from '#ui/rights.ts';

import { POLICY_ROUTES } from '../../contract.ts';
import type { PolicyDetail } from '../../rules/policy-views.ts';
import { useTakePolicy } from '../policy-queries.ts';
import { EndDialog } from './end-dialog.tsx';

type Act = 'activate' | 'withdraw' | 'end';

interface PolicyActionsProps {
  readonly policy: PolicyDetail;
}

/** What the person may do with the version now. */
export function PolicyActions({ policy }: PolicyActionsProps): ReactElement {
  const [act, setAct] = useState<Act>();
  const close = (): void => setAct(undefined);
  return (
    <>
      <ActButtons policy={policy} onAct={setAct} />
      <ActivateDialog policy={policy} isOpen={act === 'activate'} onClose={close} />
      <WithdrawDialog policy={policy} isOpen={act === 'withdraw'} onClose={close} />
      <EndDialog policy={policy} isOpen={act === 'end'} onClose={close} />
    </>
  );
}

interface ActButtonsProps extends PolicyActionsProps {
  readonly onAct: (act: Act) => void;
}

function ActButtons({ policy, onAct }: ActButtonsProps): ReactElement {
  const may = useMay();
  const navigate = useNavigate();
  const { state, phase, isWritable, obstacles } = policy;
  const params = { id: String(policy.id) };
  const isDraft = state === 'draft' && isWritable;
  const mayWrite = isDraft && may('policies.write' satisfies Permission);
  const mayActivate = isWritable && may('policies.activate' satisfies Permission);
  return (
    <>
      {mayActivate && state === 'draft' ? (
        <Button type="primary" disabled={obstacles.length > 0} onClick={() => onAct('activate')}>
          启用
        </Button>
      ) : null}
      {mayWrite ? (
        <Button onClick={() => void navigate({ to: '/policies/$id/edit', params })}>修改</Button>
      ) : null}
      <CompareButton policy={policy} />
      <ReplayButton policy={policy} />
      {mayWrite ? (
        <Button danger onClick={() => onAct('withdraw')}>
          作废
        </Button>
      ) : null}
      {mayActivate && (phase === 'in_force' || phase === 'coming') ? (
        <Button danger onClick={() => onAct('end')}>
          提前截止
        </Button>
      ) : null}
    </>
  );
}

function CompareButton({ policy: { id, basedOn } }: PolicyActionsProps): ReactElement | null {
  const navigate = useNavigate();
  if (basedOn === null) return null;
  const params = { id: String(id) };
  const search = { withId: basedOn.id };
  return (
    <Button onClick={() => void navigate({ to: '/policies/$id/comparison', params, search })}>
      与底稿对比
    </Button>
  );
}

function ReplayButton({ policy }: PolicyActionsProps): ReactElement | null {
  const may = useMay();
  const navigate = useNavigate();
  const { id, basedOn, isWritable } = policy;
  if (!isWritable || !may('policies.write' satisfies Permission)) return null;
  const params = { id: String(id) };
  const search = basedOn === null ? {} : { withId: basedOn.id };
  return (
    <Button onClick={() => void navigate({ to: '/policies/$id/replay', params, search })}>
      政策模拟
    </Button>
  );
}

export interface PolicyDialogProps extends PolicyActionsProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ActivateDialog({ policy, isOpen, onClose }: PolicyDialogProps): ReactElement {
  const takePolicy = useTakePolicy();
  const { id, version, validFrom, overlapping } = policy;
  const ended = overlapping.map(({ title }) => `“${title}”`).join('、');
  return (
    <ReasonDialog
      title="启用救助制度"
      isOpen={isOpen}
      confirmText="启用"
      onCancel={onClose}
      onConfirm={async (reason) => {
        const body = { version, endsOverlapping: overlapping.length > 0, reason };
        takePolicy(await callRoute(POLICY_ROUTES.activate, { params: { id }, body }));
      }}
    >
      <p className="dialog-lead">
        {`启用后本版本不能再修改，自 ${validFrom} 起用于新的审批，已办案件不受影响。`}
        {ended === '' ? '' : `${ended}将在前一天截止。`}
      </p>
    </ReasonDialog>
  );
}

function WithdrawDialog({ policy, isOpen, onClose }: PolicyDialogProps): ReactElement {
  const takePolicy = useTakePolicy();
  const { id, version } = policy;
  return (
    <ReasonDialog
      title="作废草稿"
      isOpen={isOpen}
      confirmText="作废"
      isDanger
      onCancel={onClose}
      onConfirm={async (reason) => {
        const body = { version, reason };
        takePolicy(await callRoute(POLICY_ROUTES.withdraw, { params: { id }, body }));
      }}
    >
      <p className="dialog-lead">作废后不能恢复，内容保留备查。</p>
    </ReasonDialog>
  );
}
