import { Checkbox, Input } from 'antd';
import type { ReactElement } from 'react';
import { z } from 'zod';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { ACCOUNT_ROUTES } from '../contract.ts';
import { AccountChange, NewAccount } from '../rules/account-inputs.ts';
import type { AccountDetail } from '../rules/account-view.ts';
import { useTakeAccount } from './account-queries.ts';
import type { UnionInput } from './union-input.ts';

/**
 * The phone is shown masked, so that a field left empty keeps the number and taking it away is said
 * apart; of the mail, which is shown in full, an empty field takes it away.
 */
const AccountEdit = NewAccount.pick({ unionId: true, displayName: true, mail: true }).extend({
  phone: AccountChange.shape.phone,
  isPhoneRemoved: z.boolean().default(false),
});

interface AccountEditDialogProps {
  readonly account: AccountDetail;
  readonly UnionInput: UnionInput;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AccountEditDialog(props: AccountEditDialogProps): ReactElement {
  const { account, UnionInput, isOpen, onClose } = props;
  const { id, version, unionId, displayName, mail, phoneMasked } = account;
  const takeAccount = useTakeAccount();
  return (
    <FormDialog
      title={`编辑：${account.username}`}
      isOpen={isOpen}
      onClose={onClose}
      schema={AccountEdit}
      initialValues={{ unionId, displayName, mail }}
      onSubmit={({ isPhoneRemoved, ...rest }, { idempotencyKey }) =>
        callRoute(ACCOUNT_ROUTES.update, {
          params: { id },
          body: { ...rest, version, ...(isPhoneRemoved ? { phone: null } : {}) },
          idempotencyKey,
        })
      }
      onDone={takeAccount}
      submitText="保存"
    >
      <EditFields phoneMasked={phoneMasked} UnionInput={UnionInput} />
    </FormDialog>
  );
}

interface EditFieldsProps {
  readonly phoneMasked: string | null;
  readonly UnionInput: UnionInput;
}

function EditFields({ phoneMasked, UnionInput }: EditFieldsProps): ReactElement {
  return (
    <>
      <Field name="displayName" label="姓名">
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field name="unionId" label="所在工会" hint="只改变归属；角色的管辖范围不随之变化">
        <UnionInput />
      </Field>
      <Field
        name="phone"
        label={phoneMasked === null ? '手机号' : '新手机号'}
        hint={phoneMasked === null ? undefined : `现为${phoneMasked}，不填则保持不变`}
      >
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Field>
      {phoneMasked === null ? null : (
        <Field name="isPhoneRemoved" label="清除手机号" valueProp="checked">
          <Checkbox>不再保存手机号</Checkbox>
        </Field>
      )}
      <Field name="mail" label="邮箱">
        <Input maxLength={200} inputMode="email" autoComplete="off" />
      </Field>
    </>
  );
}
