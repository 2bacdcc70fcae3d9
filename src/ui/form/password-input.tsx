import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactElement } from 'react';

import { fieldPropsOf } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

export interface PasswordRule {
  readonly key: string;
  /** e.g. 至少 10 个字符 */
  readonly label: string;
  readonly isMet: (password: string) => boolean;
}

export interface PasswordInputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly onChange?: (value: string) => void;
  /** Each is ticked as it is met; none for a password that is only checked. */
  readonly rules?: readonly PasswordRule[];
  readonly autoComplete: 'current-password' | 'new-password';
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
}

/** A password; put it in a field with `isKept={false}`. */
export function PasswordInput(props: PasswordInputProps): ReactElement {
  const { value = '', onChange, rules = [], autoComplete, isDisabled = false } = props;
  const hintId = `${props.id ?? 'password'}-rules`;
  return (
    <div className="password-input">
      <Input.Password
        {...fieldPropsOf(props)}
        aria-describedby={rules.length === 0 ? undefined : hintId}
        value={value}
        maxLength={128}
        disabled={isDisabled}
        placeholder={props.placeholder}
        autoComplete={autoComplete}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {rules.length === 0 ? null : (
        <ul className="password-rules" id={hintId}>
          {rules.map((rule) => (
            <RuleHint key={rule.key} label={rule.label} isMet={rule.isMet(value)} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface RuleHintProps {
  readonly label: string;
  readonly isMet: boolean;
}

function RuleHint({ label, isMet }: RuleHintProps): ReactElement {
  return (
    <li className={isMet ? 'is-met' : ''}>
      {isMet ? <CheckCircleFilled aria-hidden /> : <MinusCircleOutlined aria-hidden />}
      <span className="visually-hidden">{isMet ? '已满足：' : '未满足：'}</span>
      {label}
    </li>
  );
}
