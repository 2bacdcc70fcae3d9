import { useState } from 'react';
import type { ReactElement } from 'react';

import { fen, formatYuanShort } from '#core/money.ts';

import { parseTypedMoney } from '../form/parse-typed-money.ts';
import { LightField } from './light-field.tsx';
import type { FieldWords } from './light-field.tsx';

interface MoneyFieldProps extends FieldWords {
  /** In fen. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** Yuan as people type it; what cannot be read stays as typed and is said to be wrong. */
export function MoneyField(props: MoneyFieldProps): ReactElement {
  const { label, hint, error, isOptional, value, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === null ? '' : formatYuanShort(fen(value)));
  const isUnread = shown.trim() !== '' && !parseTypedMoney(shown).ok;
  const change = (text: string): void => {
    setTyped(text);
    const parsed = parseTypedMoney(text);
    onChange(parsed.ok ? parsed.value : null);
  };
  return (
    <LightField
      label={label}
      hint={hint}
      error={isUnread ? '请只填数字，如 3500，最多两位小数' : error}
      isOptional={isOptional ?? false}
    >
      {(ids) => (
        <span className="with-unit">
          <input
            {...ids}
            type="text"
            inputMode="decimal"
            maxLength={15}
            value={shown}
            onChange={(event) => change(event.target.value)}
            onBlur={() => (isUnread ? undefined : setTyped(undefined))}
          />
          元
        </span>
      )}
    </LightField>
  );
}
