import type { ReactElement, ReactNode } from 'react';

import { LoadFailure, Loading } from '#ui/light/load-state.tsx';
import { Note } from '#ui/light/note.tsx';
import { Page } from '#ui/light/page.tsx';
import { RequestFailure } from '#ui/request-failure.ts';

import type { SessionView } from '../../rules/session-view.ts';
import { useSession } from '../session-queries.ts';
import { PhonePassword } from './phone-password.tsx';
import { PhoneSignIn } from './phone-sign-in.tsx';

interface PhoneDoorProps {
  /** Below the form, for whom has no account yet. */
  readonly otherWays: ReactNode;
  readonly children: (session: SessionView) => ReactNode;
}

/**
 * Lets in whom is signed in; everybody else signs in at this very address, so that a session that
 * ended while a page was open leads back to it.
 */
export function PhoneDoor({ otherWays, children }: PhoneDoorProps): ReactNode {
  const { data: session, error, isPending, refetch } = useSession();
  if (isPending) return <Loading />;
  if (error instanceof RequestFailure && error.status === 401) {
    return <PhoneSignIn otherWays={otherWays} />;
  }
  if (session === undefined) return <LoadFailure error={error} onRetry={() => void refetch()} />;
  switch (session.restriction) {
    case 'password_change':
      return <PhonePassword session={session} />;
    case 'second_factor':
      return <SecondFactorFirst />;
    case null:
      return children(session);
  }
}

/** Only staff have one: they give it on the pages made for them. */
function SecondFactorFirst(): ReactElement {
  return (
    <Page title="还需要两步验证">
      <Note tone="info">
        <p>您的账号启用了两步验证，请先填写动态口令。</p>
        <a className="button" href="/second-factor">
          去填写动态口令
        </a>
      </Note>
    </Page>
  );
}
