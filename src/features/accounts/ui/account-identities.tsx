import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { useMay } from '#ui/rights.ts';

import { ACCOUNT_ROUTES } from '../contract.ts';
import { IdentityLink } from '../rules/account-inputs.ts';
import type { AccountDetail } from '../rules/account-view.ts';
import type { Permission } from '../rules/permissions.ts';
import { useTakeAccount } from './account-queries.ts';
import { IdentityTable } from './identity-table.tsx';
import { useOidcLabel } from './session-queries.ts';

interface AccountIdentitiesProps {
  readonly account: AccountDetail;
}

/** Identities at the provider that sign in here; nothing where there is no provider. */
export function AccountIdentities({ account }: AccountIdentitiesProps): ReactElement | null {
  const may = useMay();
  const isOffered = useOidcLabel() !== undefined;
  const { identities } = account;
  if (!isOffered && identities.length === 0) return null;
  const mayChange = may('accounts.write' satisfies Permission);
  return (
    <Panel
      title="统一身份"
      extra={mayChange ? <ChangeButtons account={account} isOffered={isOffered} /> : undefined}
    >
      {identities.length === 0 ? (
        <p className="is-absent">尚未关联，只能用密码登录。</p>
      ) : (
        <IdentityTable identities={identities} />
      )}
    </Panel>
  );
}

interface ChangeButtonsProps extends AccountIdentitiesProps {
  readonly isOffered: boolean;
}

function ChangeButtons({ account, isOffered }: ChangeButtonsProps): ReactElement {
  const { id, identities } = account;
  const takeAccount = useTakeAccount();
  const [open, setOpen] = useState<'link' | 'unlink'>();
  const close = (): void => setOpen(undefined);
  return (
    <span className="row-actions">
      {isOffered ? <Button onClick={() => setOpen('link')}>关联</Button> : null}
      {identities.length === 0 ? null : <Button onClick={() => setOpen('unlink')}>解除关联</Button>}
      <LinkDialog accountId={id} isOpen={open === 'link'} onClose={close} />
      <ReasonDialog
        title="解除统一身份关联"
        isOpen={open === 'unlink'}
        confirmText="解除"
        isDanger
        onConfirm={async (reason) =>
          takeAccount(
            await callRoute(ACCOUNT_ROUTES.unlinkIdentities, { params: { id }, body: { reason } }),
          )
        }
        onCancel={close}
      >
        <p>解除后不能再用统一身份登录该账号；没有密码的账号须由管理员重置密码后登录。</p>
      </ReasonDialog>
    </span>
  );
}

interface LinkDialogProps {
  readonly accountId: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function LinkDialog({ accountId, isOpen, onClose }: LinkDialogProps): ReactElement {
  const takeAccount = useTakeAccount();
  return (
    <FormDialog
      title="关联统一身份"
      isOpen={isOpen}
      onClose={onClose}
      schema={IdentityLink}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(ACCOUNT_ROUTES.linkIdentity, { params: { id: accountId }, body, idempotencyKey })
      }
      onDone={takeAccount}
      submitText="关联"
    >
      <Field name="subject" label="统一身份标识" hint="认证平台给出的人员标识（sub）">
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <Field name="reason" label="事由" hint="记入审计日志">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Field>
    </FormDialog>
  );
}
