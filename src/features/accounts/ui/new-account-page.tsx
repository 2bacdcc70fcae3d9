import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormPage } from '#ui/form/form-page.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { WayBack } from '#ui/way-back.tsx';

import { ACCOUNT_ROUTES } from '../contract.ts';
import { NewAccount } from '../rules/account-inputs.ts';
import type { AccountDetail } from '../rules/account-view.ts';
import { useTakeAccount } from './account-queries.ts';
import { PasswordOnceDialog } from './password-once-dialog.tsx';
import type { UnionInput } from './union-input.ts';

interface NewAccountPageProps {
  readonly UnionInput: UnionInput;
}

interface Created {
  readonly account: AccountDetail;
  readonly initialPassword: string;
}

/** A new account without roles: those are given by the security administrator. */
export function NewAccountPage({ UnionInput }: NewAccountPageProps): ReactElement {
  const [created, setCreated] = useState<Created>();
  const navigate = useNavigate();
  const takeAccount = useTakeAccount();
  return (
    <>
      <FormPage
        title="新建账号"
        description="账号建好后尚无角色，由安全管理员在账号详情中授予。"
        before={<WayBack label="返回账号管理" home="/accounts" />}
        schema={NewAccount}
        // Without a key: a kept reply would keep the password.
        onSubmit={(body) => callRoute(ACCOUNT_ROUTES.create, { body })}
        onDone={setCreated}
        onCancel={() => void navigate({ to: '/accounts' })}
        submitText="新建"
      >
        <AccountFields UnionInput={UnionInput} />
      </FormPage>
      <PasswordOnceDialog
        shown={
          created === undefined
            ? undefined
            : { ...created.account, initialPassword: created.initialPassword }
        }
        onClose={() => {
          if (created === undefined) return;
          takeAccount(created.account);
          const id = String(created.account.id);
          void navigate({ to: '/accounts/$id', params: { id }, replace: true });
        }}
      />
    </>
  );
}

function AccountFields({ UnionInput }: NewAccountPageProps): ReactElement {
  return (
    <FormSection title="账号资料">
      <Field name="displayName" label="姓名">
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field
        name="username"
        label="用户名"
        hint="小写字母、数字或 . _ @ -，2至60位；建好后不能修改"
      >
        <Input maxLength={60} autoCapitalize="none" autoComplete="off" />
      </Field>
      <Field name="unionId" label="所在工会">
        <UnionInput />
      </Field>
      <Field name="phone" label="手机号" hint="加密保存，页面上只显示首尾几位">
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Field>
      <Field name="mail" label="邮箱" hint="“参数设置”中开启邮件后，系统消息也发到这里">
        <Input maxLength={200} inputMode="email" autoComplete="off" />
      </Field>
    </FormSection>
  );
}
