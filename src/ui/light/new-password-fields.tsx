import type { ReactElement, ReactNode } from 'react';

import { PasswordField } from './password-field.tsx';

export interface NewPassword {
  readonly next: string;
  readonly repeat: string;
}

interface NewPasswordFieldsProps {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  /** What the password must be like. */
  readonly rules: ReactNode;
  /** Faults are told once something was sent. */
  readonly isChecked: boolean;
}

/** A password to be thought of, twice; the server judges it. */
export function NewPasswordFields(props: NewPasswordFieldsProps): ReactElement {
  const { value, onChange, rules, isChecked } = props;
  const { next, repeat } = value;
  return (
    <>
      {rules}
      <PasswordField
        label="设置密码"
        value={next}
        onChange={(text) => onChange({ ...value, next: text })}
        error={isChecked && next === '' ? '请填写' : undefined}
        isNew
      />
      <PasswordField
        label="再次填写密码"
        value={repeat}
        onChange={(text) => onChange({ ...value, repeat: text })}
        error={isChecked && next !== repeat ? '两次填写的密码不一致' : undefined}
        isNew
      />
    </>
  );
}

export function isNewPassword({ next, repeat }: NewPassword): boolean {
  return next !== '' && next === repeat;
}
