import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { PasswordInput } from '#ui/form/password-input.tsx';
import { SubmitForm } from '#ui/form/submit-form.tsx';
import { QueryState } from '#ui/query-state.tsx';

import { UNION_LEVEL_NAMES } from '../messages.ts';
import { SetupBody } from '../rules/account-inputs.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { Doorstep } from './doorstep.tsx';
import { usePasswordHints } from './use-password-hints.ts';

interface FirstPassword {
  readonly username: string;
  readonly initialPassword: string;
}

/** The first start of an empty installation: the top union, and three persons who run it. */
export function SetupPage(): ReactElement {
  const [passwords, setPasswords] = useState<readonly FirstPassword[]>();
  const query = useQuery({
    queryKey: ['setup-state'],
    queryFn: ({ signal }) => callRoute(SIGN_IN_ROUTES.setupState, { signal }),
  });
  if (passwords !== undefined) return <FirstPasswords passwords={passwords} />;
  return (
    <QueryState query={query}>
      {({ isNeeded }) =>
        isNeeded ? (
          <Doorstep
            title="首次设置"
            lead="建立本单位和三名管理员（系统、安全、审计）。三员须由三个人分别担任，均看不到业务数据。"
          >
            <SetupForm onDone={setPasswords} />
          </Doorstep>
        ) : (
          <Navigate to="/sign-in" replace />
        )
      }
    </QueryState>
  );
}

interface SetupFormProps {
  readonly onDone: (passwords: readonly FirstPassword[]) => void;
}

function SetupForm({ onDone }: SetupFormProps): ReactElement {
  const hints = usePasswordHints('');
  return (
    <SubmitForm
      schema={SetupBody}
      initialValues={{ union: { level: 'district' } }}
      onSubmit={(body) => callRoute(SIGN_IN_ROUTES.runSetup, { body })}
      onDone={({ passwords }) => onDone(passwords)}
      submitText="完成设置"
    >
      <FormSection title="设置码与单位">
        <Field name="code" label="首次设置码" hint="启动服务的终端窗口中显示" isKept={false}>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name={['union', 'level']} label="单位层级">
          <Select
            options={(['district', 'city'] as const).map((level) => ({
              value: level,
              label: UNION_LEVEL_NAMES[level],
            }))}
          />
        </Field>
        <Field name={['union', 'name']} label="单位名称" hint="如：某某区总工会">
          <Input maxLength={100} />
        </Field>
        <Field name={['union', 'code']} label="工会编码" hint="字母、数字或短横">
          <Input maxLength={40} />
        </Field>
      </FormSection>
      <PersonSection title="系统管理员（本人）" name="systemAdmin">
        <Field name={['systemAdmin', 'password']} label="密码" isKept={false}>
          <PasswordInput autoComplete="new-password" rules={hints} />
        </Field>
      </PersonSection>
      <PersonSection title="安全管理员" name="securityAdmin" />
      <PersonSection title="审计管理员" name="auditAdmin" />
    </SubmitForm>
  );
}

interface PersonSectionProps {
  readonly title: string;
  readonly name: 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
  readonly children?: ReactElement;
}

function PersonSection({ title, name, children }: PersonSectionProps): ReactElement {
  return (
    <FormSection title={title}>
      <Field name={[name, 'username']} label="用户名" hint="小写字母、数字或 . _ @ -">
        <Input maxLength={60} autoCapitalize="none" autoComplete="off" />
      </Field>
      <Field name={[name, 'displayName']} label="姓名">
        <Input maxLength={60} autoComplete="off" />
      </Field>
      {children}
    </FormSection>
  );
}

function FirstPasswords({
  passwords,
}: {
  readonly passwords: readonly FirstPassword[];
}): ReactElement {
  const navigate = useNavigate();
  return (
    <Doorstep
      title="设置完成"
      lead="请把初始密码分别交给两位管理员。初始密码只显示这一次，首次登录须修改。"
    >
      <ul className="doorstep-codes">
        {passwords.map(({ username, initialPassword }) => (
          <li key={username}>
            {username}：{initialPassword}
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={() => void navigate({ to: '/sign-in' })}>
        去登录
      </Button>
    </Doorstep>
  );
}
