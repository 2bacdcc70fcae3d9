import { useQuery } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { PasswordRule } from '#ui/form/password-input.tsx';

import { findAccountText } from '../messages.ts';
import { judgePassword } from '../rules/judge-password.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';

/** The rules in force as ticks beside the field; what only the server knows is said by its refusal. */
export function usePasswordHints(username: string): readonly PasswordRule[] {
  const { data } = useQuery({
    queryKey: ['password-rules'],
    queryFn: ({ signal }) => callRoute(SIGN_IN_ROUTES.passwordRules, { signal }),
    staleTime: 300_000,
  });
  const rules = data?.rules ?? [];
  const figure = (code: string, name: string): number =>
    rules.find((rule) => rule.code === code)?.params[name] ?? 0;
  const settings = {
    minLength: figure('password.too_short', 'min'),
    minKinds: figure('password.too_few_kinds', 'min'),
    historyCount: figure('password.was_used', 'count'),
    maxAgeDays: 0,
  };
  return rules
    .filter(({ code }) => code !== 'password.was_used')
    .map(({ code, params }) => ({
      key: code,
      label: findAccountText({ code, params }) ?? code,
      isMet: (password) =>
        password !== '' &&
        judgePassword(password, { username, wasUsed: false }, settings).every(
          (broken) => broken.code !== code,
        ),
    }));
}
