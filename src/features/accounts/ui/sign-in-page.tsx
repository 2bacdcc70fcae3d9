import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { PasswordInput } from '#ui/form/password-input.tsx';
import { SubmitForm } from '#ui/form/submit-form.tsx';
import { failureText } from '#ui/request-failure.ts';

import { SignIn } from '../rules/account-inputs.ts';
import type { SessionView } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { Doorstep } from './doorstep.tsx';
import { useOidcLabel, useTakeSession } from './session-queries.ts';
import { signInWithProof } from './sign-in-with-proof.ts';

const route = getRouteApi('/sign-in');

/** Name and password; after failures the browser proves some work, unseen. */
export function SignInPage(): ReactElement {
  const { from, failure } = route.useSearch();
  const navigate = useNavigate();
  const takeSession = useTakeSession();
  const enter = (session: SessionView): void => {
    takeSession(session);
    void navigate({ href: isInside(from) ? from : '/', replace: true });
  };
  return (
    <Doorstep title="登录">
      {failure === undefined ? null : (
        <Alert type="error" showIcon title="统一身份登录未成功，请重试或改用密码登录。" />
      )}
      <SubmitForm
        schema={SignIn}
        onSubmit={signInWithProof}
        onDone={enter}
        submitText="登录"
        isGuarded={false}
      >
        <Field name="username" label="用户名" isKept={false}>
          <Input autoComplete="username" autoCapitalize="none" maxLength={60} />
        </Field>
        <Field name="password" label="密码" isKept={false}>
          <PasswordInput autoComplete="current-password" />
        </Field>
      </SubmitForm>
      <OtherWays />
    </Doorstep>
  );
}

/** A path of this house, never an address that somebody put into the link. */
function isInside(path: string | undefined): path is string {
  return path !== undefined && /^\/(?![/\\])/.test(path);
}

function OtherWays(): ReactElement {
  const [error, setError] = useState<string>();
  const label = useOidcLabel();
  const setup = useQuery({
    queryKey: ['setup-state'],
    queryFn: ({ signal }) => callRoute(SIGN_IN_ROUTES.setupState, { signal }),
  });
  const start = async (): Promise<void> => {
    try {
      const { url } = await callRoute(SIGN_IN_ROUTES.startOidc);
      window.location.assign(url);
    } catch (failure) {
      setError(failureText(failure));
    }
  };
  return (
    <div className="doorstep-aside">
      {label === undefined ? null : (
        <Button block onClick={() => void start()}>
          {label}
        </Button>
      )}
      {error === undefined ? null : <Alert type="error" showIcon title={error} />}
      {setup.data?.isNeeded === true ? (
        <p>
          这是新的系统：<Link to="/setup">进行首次设置</Link>
        </p>
      ) : (
        <p>忘记密码或账号被锁定，请联系本单位系统管理员。</p>
      )}
    </div>
  );
}
