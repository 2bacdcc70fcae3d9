import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { QueryState } from '#ui/query-state.tsx';
import { RequestFailure } from '#ui/request-failure.ts';

import type { SessionView } from '../rules/session-view.ts';
import { Doorstep } from './doorstep.tsx';
import { findDoor, useSession } from './session-queries.ts';
import { useSignOut } from './use-sign-out.ts';

interface RestrictedDoorstepProps {
  readonly restriction: NonNullable<SessionView['restriction']>;
  readonly title: (session: SessionView) => string;
  readonly lead: (session: SessionView) => string;
  readonly children: (session: SessionView) => ReactElement;
}

/** What stands between signing in and the house; whom it does not concern is sent on. */
export function RestrictedDoorstep(props: RestrictedDoorstepProps): ReactElement {
  const { restriction, title, lead, children } = props;
  const query = useSession();
  if (query.error instanceof RequestFailure && query.error.status === 401) {
    return <Navigate to="/sign-in" replace />;
  }
  return (
    <QueryState query={query}>
      {(session) =>
        session.restriction === restriction ? (
          <Doorstep title={title(session)} lead={lead(session)}>
            {children(session)}
            <WayOut username={session.username} />
          </Doorstep>
        ) : (
          // Straight to where the session belongs: sent by way of the house, this page and the house would
          // send the browser back and forth while the next page is being fetched.
          <Navigate to={findDoor(session) ?? '/'} replace />
        )
      }
    </QueryState>
  );
}

/** For whom signed in under the wrong name, or cannot go on now. */
function WayOut({ username }: { readonly username: string }): ReactElement {
  const signOut = useSignOut();
  return (
    <p className="doorstep-aside">
      {`当前账号：${username}。`}
      <button type="button" className="link-button" onClick={() => void signOut()}>
        退出，换一个账号
      </button>
    </p>
  );
}
