import type { ReactElement } from 'react';
import { z } from 'zod';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { PasswordInput } from '#ui/form/password-input.tsx';
import { SubmitForm } from '#ui/form/submit-form.tsx';

import { PasswordChange } from '../rules/account-inputs.ts';
import type { SessionView } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { usePasswordHints } from './use-password-hints.ts';

const WithRepeat = PasswordChange.extend({ repeat: z.string().min(1, '请再次填写新密码') })
  .refine(({ next, repeat }) => next === repeat, {
    path: ['repeat'],
    message: '两次填写的新密码不一致',
  })
  .transform(({ current, next }) => ({ current, next }));

interface PasswordFormProps {
  readonly username: string;
  readonly onDone: (session: SessionView) => void;
  readonly onCancel?: () => void;
}

export function PasswordForm({ username, onDone, onCancel }: PasswordFormProps): ReactElement {
  const rules = usePasswordHints(username);
  return (
    <SubmitForm
      schema={WithRepeat}
      onSubmit={(body) => callRoute(SIGN_IN_ROUTES.changePassword, { body })}
      onDone={onDone}
      onCancel={onCancel}
      submitText="保存新密码"
      isGuarded={false}
    >
      <Field name="current" label="现密码" isKept={false} isRequired>
        <PasswordInput autoComplete="current-password" />
      </Field>
      <Field name="next" label="新密码" isKept={false} isRequired>
        <PasswordInput autoComplete="new-password" rules={rules} />
      </Field>
      <Field name="repeat" label="再次填写新密码" isKept={false} isRequired>
        <PasswordInput autoComplete="new-password" />
      </Field>
    </SubmitForm>
  );
}
