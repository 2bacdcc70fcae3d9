import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { SubmitForm } from '#ui/form/submit-form.tsx';

import { SecondFactorCode } from '../rules/account-inputs.ts';
import type { SessionView } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { RestrictedDoorstep } from './restricted-doorstep.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';
import { useTakeSession } from './session-queries.ts';

/** The code of the second factor, or setting one up where the role asks for it. */
export function SecondFactorPage(): ReactElement {
  const client = useQueryClient();
  const takeSession = useTakeSession();
  return (
    <RestrictedDoorstep
      restriction="second_factor"
      title={(session) => (isToBeSetUp(session) ? '启用两步验证' : '两步验证')}
      lead={(session) =>
        isToBeSetUp(session)
          ? '您的角色须使用两步验证：登录时除密码外，还要填写手机上的动态口令。'
          : '请填写手机应用上的6位动态口令；手机不在身边时可填恢复码。'
      }
    >
      {(session) =>
        isToBeSetUp(session) ? (
          <SecondFactorSetup onDone={() => client.invalidateQueries({ queryKey: ['session'] })} />
        ) : (
          <CodeForm onDone={takeSession} />
        )
      }
    </RestrictedDoorstep>
  );
}

function isToBeSetUp({ secondFactor }: SessionView): boolean {
  return secondFactor === 'to_be_set_up';
}

function CodeForm({ onDone }: { readonly onDone: (session: SessionView) => void }): ReactElement {
  return (
    <SubmitForm
      schema={SecondFactorCode}
      onSubmit={(body) => callRoute(SIGN_IN_ROUTES.giveSecondFactor, { body })}
      onDone={onDone}
      submitText="确定"
      isGuarded={false}
    >
      <Field name="code" label="动态口令或恢复码" isKept={false}>
        <Input autoComplete="one-time-code" inputMode="text" maxLength={20} />
      </Field>
    </SubmitForm>
  );
}
