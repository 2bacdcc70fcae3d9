import type { ReactElement } from 'react';

import { PasswordForm } from './password-form.tsx';
import { RestrictedDoorstep } from './restricted-doorstep.tsx';
import { useTakeSession } from './session-queries.ts';

/** The forced change: at the first sign-in, after a reset, and when the password is too old. */
export function PasswordPage(): ReactElement {
  const takeSession = useTakeSession();
  return (
    <RestrictedDoorstep
      restriction="password_change"
      title={() => '修改密码'}
      lead={({ displayName }) =>
        `${displayName}，首次登录、密码被重置或密码到期后，须先设置新密码。`
      }
    >
      {({ username }) => <PasswordForm username={username} onDone={takeSession} />}
    </RestrictedDoorstep>
  );
}
