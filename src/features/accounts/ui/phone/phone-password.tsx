import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { LightForm } from '#ui/light/light-form.tsx';
import { NewPasswordFields, isNewPassword } from '#ui/light/new-password-fields.tsx';
import { Page } from '#ui/light/page.tsx';
import { PasswordField } from '#ui/light/password-field.tsx';
import { useTask } from '#ui/light/use-task.ts';

import type { SessionView } from '../../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../../rules/sign-in-routes.ts';
import { useTakeSession } from '../session-queries.ts';
import { PasswordRules } from './password-rules.tsx';

/** 设置新密码, where nothing else is allowed before. */
export function PhonePassword({ session }: { readonly session: SessionView }): ReactElement {
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState({ next: '', repeat: '' });
  const [isChecked, setChecked] = useState(false);
  const takeSession = useTakeSession();
  const task = useTask<{ current: string; next: string }>(async (body) =>
    takeSession(await callRoute(SIGN_IN_ROUTES.changePassword, { body })),
  );
  const submit = (): void => {
    setChecked(true);
    if (current !== '' && isNewPassword(chosen)) task.run({ current, next: chosen.next });
  };
  return (
    <Page title="请先设置新密码" lead={`${session.displayName}，您的密码须先更换才能继续。`}>
      <div className="card">
        <LightForm task={task} submitText="保存新密码" onSubmit={submit}>
          <PasswordField
            label="现在的密码"
            value={current}
            onChange={setCurrent}
            error={isChecked && current === '' ? '请填写' : undefined}
            isNew={false}
          />
          <NewPasswordFields
            value={chosen}
            onChange={setChosen}
            rules={<PasswordRules />}
            isChecked={isChecked}
          />
        </LightForm>
      </div>
    </Page>
  );
}
