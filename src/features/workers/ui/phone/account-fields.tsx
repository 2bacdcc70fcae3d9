import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { NewPasswordFields, isNewPassword } from '#ui/light/new-password-fields.tsx';
import { TextField } from '#ui/light/text-field.tsx';

export interface Account {
  readonly username: string;
  readonly password: string;
}

/** What the room of accounts lends to who registers. */
export interface Entrance {
  /** What a password must be like. */
  readonly rules: ReactNode;
  /** Goes on without asking for what was typed a moment ago. */
  readonly enter: (account: Account) => Promise<void>;
}

interface AccountForm {
  readonly fields: ReactElement;
  /** Undefined while something is missing, which the fields then say. */
  readonly check: () => Account | undefined;
}

/** Name and password of the account to be: chosen, not given. */
export function useAccountForm(rules: ReactNode): AccountForm {
  const [username, setUsername] = useState('');
  const [chosen, setChosen] = useState({ next: '', repeat: '' });
  const [isChecked, setChecked] = useState(false);
  const isNamed = username.trim().length >= 4;
  const fields = (
    <>
      <TextField
        label="用户名"
        hint="登录时使用，4 个字符以上，可用手机号或姓名拼音"
        value={username}
        onChange={setUsername}
        error={isChecked && !isNamed ? '请填写，至少 4 个字符' : undefined}
        autoComplete="username"
        autoCapitalize="none"
        maxLength={60}
      />
      <NewPasswordFields value={chosen} onChange={setChosen} rules={rules} isChecked={isChecked} />
    </>
  );
  const check = (): Account | undefined => {
    setChecked(true);
    if (!isNamed || !isNewPassword(chosen)) return undefined;
    return { username: username.trim(), password: chosen.next };
  };
  return { fields, check };
}
