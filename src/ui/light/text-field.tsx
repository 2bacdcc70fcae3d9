import type { InputHTMLAttributes, ReactElement } from 'react';

import { LightField } from './light-field.tsx';
import type { FieldWords } from './light-field.tsx';

type InputHints = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'inputMode' | 'maxLength' | 'type' | 'autoCapitalize' | 'min' | 'max'
>;

interface TextFieldProps extends FieldWords, InputHints {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField(props: TextFieldProps): ReactElement {
  const { label, hint, error, isOptional, value, onChange, ...hints } = props;
  return (
    <LightField label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(ids) => (
        <input
          type="text"
          {...hints}
          {...ids}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </LightField>
  );
}

interface LongTextFieldProps extends FieldWords {
  readonly value: string;
  readonly maxLength: number;
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}

export function LongTextField(props: LongTextFieldProps): ReactElement {
  const { label, hint, error, isOptional, value, maxLength, rows = 5, onChange } = props;
  return (
    <LightField label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(ids) => (
        <textarea
          {...ids}
          rows={rows}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </LightField>
  );
}
