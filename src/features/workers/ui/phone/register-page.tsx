import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { go } from '#ui/light/address.ts';
import { LightForm } from '#ui/light/light-form.tsx';
import { LoadState } from '#ui/light/load-state.tsx';
import { Note } from '#ui/light/note.tsx';
import { Page } from '#ui/light/page.tsx';
import { TextField } from '#ui/light/text-field.tsx';
import { useTask } from '#ui/light/use-task.ts';
import { Way } from '#ui/light/way.tsx';

import { REGISTRATION_ROUTES } from '../../contract.ts';
import { useAccountForm } from './account-fields.tsx';
import type { Account, Entrance } from './account-fields.tsx';

const BACK = { to: '/my', label: '返回登录' };

/** 用会员号注册: by number, name and the code that comes by text message. */
export function RegisterPage(entrance: Entrance): ReactElement {
  const [requestId, setRequestId] = useState<string>();
  const query = useQuery({
    queryKey: ['registration-ways'],
    queryFn: ({ signal }) => callRoute(REGISTRATION_ROUTES.ways, { signal }),
  });
  return (
    <Page title="用会员号注册" back={BACK}>
      <LoadState query={query}>
        {({ isBySms }) => {
          if (!isBySms) return <NoSms />;
          if (requestId === undefined) return <AskCode onAsked={setRequestId} />;
          return <MemberForm {...entrance} requestId={requestId} />;
        }}
      </LoadState>
    </Page>
  );
}

function NoSms(): ReactElement {
  return (
    <Note tone="info" title="这里还不能用短信验证码注册">
      <p>请向所在单位工会要一个邀请码，凭邀请码注册。</p>
      <Way to="/my/join" className="button">
        我有邀请码
      </Way>
    </Note>
  );
}

function AskCode({ onAsked }: { readonly onAsked: (requestId: string) => void }): ReactElement {
  const [memberNumber, setMemberNumber] = useState('');
  const [name, setName] = useState('');
  const task = useTask(async () => {
    const body = { memberNumber, name };
    onAsked((await callRoute(REGISTRATION_ROUTES.requestCode, { body })).requestId);
  });
  return (
    <div className="card">
      <LightForm task={task} submitText="获取短信验证码" onSubmit={() => task.run()}>
        <TextField
          label="会员号"
          hint="印在会员证上"
          value={memberNumber}
          onChange={setMemberNumber}
          autoCapitalize="characters"
          maxLength={40}
        />
        <TextField
          label="姓名"
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={60}
        />
      </LightForm>
    </div>
  );
}

interface MemberFormProps extends Entrance {
  readonly requestId: string;
}

function MemberForm({ requestId, rules, enter }: MemberFormProps): ReactElement {
  const [code, setCode] = useState('');
  const account = useAccountForm(rules);
  const task = useTask<Account>(async (chosen) => {
    const { username } = await callRoute(REGISTRATION_ROUTES.byMember, {
      body: { requestId, code, ...chosen },
    });
    await enter({ username, password: chosen.password });
    go('/my', { isReplacing: true });
  });
  const submit = (): void => {
    const chosen = account.check();
    if (chosen !== undefined) task.run(chosen);
  };
  return (
    <div className="card">
      <p>如果会员号和姓名相符，验证码已发到工会登记的手机号。没有收到，请联系所在单位工会。</p>
      <LightForm task={task} submitText="注册" onSubmit={submit}>
        <TextField
          label="短信验证码"
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
        />
        {account.fields}
      </LightForm>
    </div>
  );
}
