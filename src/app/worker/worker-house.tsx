import type { ReactElement, ReactNode } from 'react';

import { PasswordRules } from '#features/accounts/ui/phone/password-rules.tsx';
import { PhoneDoor } from '#features/accounts/ui/phone/phone-door.tsx';
import { usePhoneSignOut } from '#features/accounts/ui/phone/use-phone-sign-out.ts';
import { useTakeSession } from '#features/accounts/ui/session-queries.ts';
import { signInWithProof } from '#features/accounts/ui/sign-in-with-proof.ts';
import type { Entrance } from '#features/workers/ui/phone/account-fields.tsx';
import { JoinPage } from '#features/workers/ui/phone/join-page.tsx';
import { NewApplicationPage } from '#features/workers/ui/phone/new-application-page.tsx';
import { OwnCasePage } from '#features/workers/ui/phone/own-case-page.tsx';
import { OwnDataPage } from '#features/workers/ui/phone/own-data-page.tsx';
import { OwnListPage } from '#features/workers/ui/phone/own-list-page.tsx';
import { RegisterPage } from '#features/workers/ui/phone/register-page.tsx';
import { SelfTestPage } from '#features/workers/ui/phone/self-test-page.tsx';
import { usePath } from '#ui/light/address.ts';
import { LightShell } from '#ui/light/light-shell.tsx';
import { matchPath } from '#ui/light/match-path.ts';
import { Note } from '#ui/light/note.tsx';
import { Page } from '#ui/light/page.tsx';
import { Way } from '#ui/light/way.tsx';

const FOOT = [
  { to: '/my', label: '我的申请' },
  { to: '/my/data', label: '我的资料' },
  { to: '/self-test', label: '自测' },
];

/** 职工服务: the pages of workers, chosen by the path. */
export function WorkerHouse(): ReactElement {
  const path = usePath();
  const takeSession = useTakeSession();
  const signOut = usePhoneSignOut();
  const open = openPage(path, {
    rules: <PasswordRules />,
    enter: async (account) => takeSession(await signInWithProof(account)),
  });
  if (open !== undefined) return <LightShell foot={[]}>{open}</LightShell>;
  return (
    <LightShell foot={FOOT}>
      <PhoneDoor otherWays={<OtherWays />}>{() => ownPage(path, signOut)}</PhoneDoor>
    </LightShell>
  );
}

/** Before an account. */
function openPage(path: string, entrance: Entrance): ReactElement | undefined {
  if (matchPath('/self-test', path)) return <SelfTestPage />;
  if (matchPath('/register', path)) return <RegisterPage {...entrance} />;
  if (matchPath('/my/join', path)) return <JoinPage {...entrance} />;
  return undefined;
}

function ownPage(path: string, onSignOut: () => Promise<void>): ReactNode {
  const id = Number(matchPath('/my/applications/:id', path)?.['id']);
  if (Number.isSafeInteger(id)) return <OwnCasePage key={id} id={id} />;
  if (matchPath('/my/new', path)) return <NewApplicationPage />;
  if (matchPath('/my/data', path)) return <OwnDataPage onSignOut={onSignOut} />;
  if (matchPath('/my', path)) return <OwnListPage />;
  return (
    <Page title="没有这个页面">
      <Way to="/my" className="button">
        返回我的申请
      </Way>
    </Page>
  );
}

function OtherWays(): ReactElement {
  return (
    <Note tone="info" title="还没有账号？">
      <p>
        <Way to="/my/join">凭工会发的邀请码注册</Way>
      </p>
      <p>
        <Way to="/register">用会员号注册</Way>
      </p>
      <p>
        <Way to="/self-test">先做自测，看看是否符合条件</Way>
      </p>
    </Note>
  );
}
