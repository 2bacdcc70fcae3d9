import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { useMay, useOwnAccountId } from '#ui/rights.ts';

import type { AccountDetail } from '../rules/account-view.ts';
import type { Permission } from '../rules/permissions.ts';
import { ACCOUNT_ACTS } from './account-acts.ts';
import type { AccountAct } from './account-acts.ts';
import { AccountEditDialog } from './account-edit-dialog.tsx';
import { useTakeAccount } from './account-queries.ts';
import { PasswordOnceDialog } from './password-once-dialog.tsx';
import type { UnionInput } from './union-input.ts';

interface AccountActionsProps {
  readonly account: AccountDetail;
  readonly UnionInput: UnionInput;
}

/** What the person may do with the account as it stands. */
export function AccountActions({ account, UnionInput }: AccountActionsProps): ReactElement {
  const may = useMay();
  const offered = useOfferedActs(account);
  const [isEditing, setEditing] = useState(false);
  const [act, setAct] = useState<AccountAct>();
  return (
    <>
      {may('accounts.write' satisfies Permission) ? (
        <Button type="primary" onClick={() => setEditing(true)}>
          编辑
        </Button>
      ) : null}
      {offered.map((one) => (
        <Button key={one.key} danger={one.isDanger ?? false} onClick={() => setAct(one)}>
          {one.label}
        </Button>
      ))}
      <AccountEditDialog
        account={account}
        UnionInput={UnionInput}
        isOpen={isEditing}
        onClose={() => setEditing(false)}
      />
      <ActDialog account={account} act={act} onClose={() => setAct(undefined)} />
    </>
  );
}

function useOfferedActs(account: AccountDetail): readonly AccountAct[] {
  const may = useMay();
  const isOwn = useOwnAccountId() === account.id;
  return ACCOUNT_ACTS.filter(
    ({ needs, isOffered, isForOthersOnly }) =>
      may(needs) && isOffered(account) && !(isOwn && isForOthersOnly),
  );
}

interface ActDialogProps {
  readonly account: AccountDetail;
  readonly act: AccountAct | undefined;
  readonly onClose: () => void;
}

function ActDialog({ account, act, onClose }: ActDialogProps): ReactElement {
  const takeAccount = useTakeAccount();
  const [password, setPassword] = useState<string>();
  // What it says stays while the dialog fades away.
  const [last, setLast] = useState(act);
  if (act !== undefined && act !== last) setLast(act);
  const label = last?.label ?? '';
  return (
    <>
      <ReasonDialog
        title={`${label}：${account.displayName}`}
        isOpen={act !== undefined}
        confirmText={label}
        isDanger={last?.isDanger ?? false}
        onConfirm={async (reason) => {
          if (act === undefined) return;
          const outcome = await act.run(account.id, reason);
          takeAccount(outcome.account);
          setPassword(outcome.initialPassword);
        }}
        onCancel={onClose}
      >
        <p>{last?.explanation}</p>
      </ReasonDialog>
      <PasswordOnceDialog
        shown={password === undefined ? undefined : { ...account, initialPassword: password }}
        onClose={() => setPassword(undefined)}
      />
    </>
  );
}
