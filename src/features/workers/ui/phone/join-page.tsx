import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { toChineseDate, day } from '#core/plain-date.ts';
import { callRoute } from '#ui/call-route.ts';
import { go } from '#ui/light/address.ts';
import { LightForm } from '#ui/light/light-form.tsx';
import { LoadState } from '#ui/light/load-state.tsx';
import { Page } from '#ui/light/page.tsx';
import { TextField } from '#ui/light/text-field.tsx';
import { useTask } from '#ui/light/use-task.ts';
import { Way } from '#ui/light/way.tsx';

import { REGISTRATION_ROUTES } from '../../contract.ts';
import { useAccountForm } from './account-fields.tsx';
import type { Account, Entrance } from './account-fields.tsx';

const BACK = { to: '/my', label: '返回登录' };

/** 凭邀请码注册: the code comes behind the `#` of a printed link, or is typed. */
export function JoinPage(entrance: Entrance): ReactElement {
  const [code, setCode] = useState(decodeURIComponent(window.location.hash.slice(1)));
  return code === '' ? <CodePage onCode={setCode} /> : <InvitedPage {...entrance} code={code} />;
}

function CodePage({ onCode }: { readonly onCode: (code: string) => void }): ReactElement {
  const [typed, setTyped] = useState('');
  const task = { isBusy: false, failure: undefined };
  return (
    <Page title="凭邀请码注册" back={BACK} lead="邀请码由所在单位工会发给您，为 12 位字母和数字。">
      <div className="card">
        <LightForm
          task={task}
          submitText="下一步"
          onSubmit={() => (typed.trim() === '' ? undefined : onCode(typed.trim()))}
        >
          <TextField
            label="邀请码"
            value={typed}
            onChange={setTyped}
            autoCapitalize="characters"
            maxLength={30}
          />
        </LightForm>
        <p>
          <Way to="/register">没有邀请码，用会员号注册</Way>
        </p>
      </div>
    </Page>
  );
}

interface InvitedProps extends Entrance {
  readonly code: string;
}

function InvitedPage({ code, ...entrance }: InvitedProps): ReactElement {
  const query = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => callRoute(REGISTRATION_ROUTES.checkInvitation, { body: { code } }),
    retry: false,
  });
  return (
    <Page title="凭邀请码注册" back={BACK}>
      <LoadState query={query}>
        {({ unionName, name, expiresOn }) => (
          <div className="card">
            <p>
              {unionName}邀请{name}注册，{toChineseDate(day(expiresOn))}前有效。
            </p>
            <InvitedForm {...entrance} code={code} />
          </div>
        )}
      </LoadState>
    </Page>
  );
}

function InvitedForm({ code, rules, enter }: InvitedProps): ReactElement {
  const [name, setName] = useState('');
  const account = useAccountForm(rules);
  const task = useTask<Account>(async (chosen) => {
    const { username } = await callRoute(REGISTRATION_ROUTES.byInvitation, {
      body: { code, name, ...chosen },
    });
    await enter({ username, password: chosen.password });
    go('/my', { isReplacing: true });
  });
  const submit = (): void => {
    const chosen = account.check();
    if (chosen !== undefined && name.trim() !== '') task.run(chosen);
  };
  return (
    <LightForm task={task} submitText="注册" onSubmit={submit}>
      <TextField
        label="姓名"
        hint="与身份证一致"
        value={name}
        onChange={setName}
        autoComplete="name"
        maxLength={60}
      />
      {account.fields}
    </LightForm>
  );
}
