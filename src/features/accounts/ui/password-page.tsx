import { Navigate, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { QueryState } from '#ui/query-state.tsx';

import { Doorstep } from './doorstep.tsx';
import { PasswordForm } from './password-form.tsx';
import { useSession, useTakeSession } from './session-queries.ts';

/** The forced change: at the first sign-in, after a reset, and when the password is too old. */
export function PasswordPage(): ReactElement {
  const query = useSession();
  const navigate = useNavigate();
  const takeSession = useTakeSession();
  if (query.error !== null) return <Navigate to="/sign-in" replace />;
  return (
    <QueryState query={query}>
      {(session) => (
        <Doorstep
          title="修改密码"
          lead={`${session.displayName}，首次登录、密码被重置或密码到期后，须先设置新密码。`}
        >
          <PasswordForm
            username={session.username}
            onDone={(next) => {
              takeSession(next);
              void navigate({ to: '/', replace: true });
            }}
          />
        </Doorstep>
      )}
    </QueryState>
  );
}
