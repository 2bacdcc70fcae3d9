import { Input } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { fen, formatYuan, toCapitalYuan } from '#core/money.ts';

import { fieldPropsOf } from './field-props.ts';
import type { FieldProps } from './field-props.ts';
import { parseTypedMoney } from './parse-typed-money.ts';

export interface MoneyInputProps extends FieldProps {
  /** Whole fen; `NaN` stands for text that is no amount, so that a schema refuses it. */
  readonly value?: number | null | undefined;
  readonly onChange?: (value: number | undefined) => void;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
  /** Shows 人民币大写 below the amount. */
  readonly hasCapitals?: boolean;
}

/** An amount typed in yuan; the value is fen. */
export function MoneyInput(props: MoneyInputProps): ReactElement {
  const { value, onChange, hasCapitals = true, isDisabled = false, placeholder = '0.00' } = props;
  const [typed, setTyped] = useState<string>();
  // A value set from outside, e.g. by a reset, wins over what was typed before.
  const isTyped = typed !== undefined && Object.is(amountOf(typed), value ?? undefined);
  const text = isTyped ? typed : textOf(value);
  const parsed = parseTypedMoney(text);
  return (
    <div className="money-input">
      <Input
        {...fieldPropsOf(props)}
        inputMode="decimal"
        autoComplete="off"
        suffix="元"
        maxLength={24}
        value={text}
        disabled={isDisabled}
        placeholder={placeholder}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange?.(amountOf(event.target.value));
        }}
        onBlur={() => {
          // What could not be read stays as it was typed.
          if (parsed.ok || text.trim() === '') setTyped(undefined);
          props.onBlur?.();
        }}
      />
      {hasCapitals ? (
        <output className="money-capitals">{parsed.ok ? toCapitalYuan(parsed.value) : ''}</output>
      ) : null}
    </div>
  );
}

function amountOf(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const parsed = parseTypedMoney(text);
  return parsed.ok ? parsed.value : Number.NaN;
}

function textOf(value: number | null | undefined): string {
  return value === undefined || value === null || !Number.isSafeInteger(value)
    ? ''
    : formatYuan(fen(value));
}
