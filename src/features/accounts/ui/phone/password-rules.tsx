import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';

import { findAccountText } from '../../messages.ts';
import { SIGN_IN_ROUTES } from '../../rules/sign-in-routes.ts';

/** The rules in force, in words. */
export function PasswordRules(): ReactElement | null {
  const { data } = useQuery({
    queryKey: ['password-rules'],
    queryFn: ({ signal }) => callRoute(SIGN_IN_ROUTES.passwordRules, { signal }),
    staleTime: 300_000,
  });
  const texts = (data?.rules ?? []).map((rule) => findAccountText(rule) ?? rule.code);
  if (texts.length === 0) return null;
  return (
    <div className="hint">
      <p>密码要求：</p>
      <ul className="bullets">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
