import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { LightForm } from '#ui/light/light-form.tsx';
import { Page } from '#ui/light/page.tsx';
import { PasswordField } from '#ui/light/password-field.tsx';
import { TextField } from '#ui/light/text-field.tsx';
import { useTask } from '#ui/light/use-task.ts';

import { useTakeSession } from '../session-queries.ts';
import { signInWithProof } from '../sign-in-with-proof.ts';

/** 登录, on a phone. */
export function PhoneSignIn({ otherWays }: { readonly otherWays: ReactNode }): ReactElement {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const takeSession = useTakeSession();
  const task = useTask<{ username: string; password: string }>(async (body) =>
    takeSession(await signInWithProof(body)),
  );
  const submit = (): void => {
    setChecked(true);
    if (username.trim() !== '' && password !== '') task.run({ username, password });
  };
  const missing = (text: string): string | undefined =>
    isChecked && text.trim() === '' ? '请填写' : undefined;
  return (
    <Page title="登录" lead="登录后可以申请救助、补交材料、查看进度和本人资料。">
      <div className="card">
        <LightForm task={task} submitText="登录" onSubmit={submit}>
          <TextField
            label="用户名"
            value={username}
            onChange={setUsername}
            error={missing(username)}
            autoComplete="username"
            autoCapitalize="none"
            maxLength={60}
          />
          <PasswordField
            label="密码"
            value={password}
            onChange={setPassword}
            error={missing(password)}
            isNew={false}
          />
        </LightForm>
      </div>
      {otherWays}
    </Page>
  );
}
