import { Input } from 'antd';
import type { InputRef } from 'antd';
import { useRef } from 'react';
import type { ReactElement } from 'react';

import { fieldPropsOf } from '#ui/form/field-props.ts';
import type { FieldProps } from '#ui/form/field-props.ts';

interface SecretInputProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly onChange?: (value: string) => void;
  /** What is on file, masked; null while nothing is. */
  readonly known: string | null | undefined;
  /** For screen readers. */
  readonly label: string;
  readonly maxLength: number;
  readonly inputMode?: 'text' | 'numeric' | 'tel';
}

/** A value that is shown masked: kept while untouched, replaced as a whole. */
export function SecretInput(props: SecretInputProps): ReactElement {
  const { value, onChange, known, label, maxLength, inputMode = 'text' } = props;
  const input = useRef<InputRef>(null);
  const isKnown = known !== null && known !== undefined && known !== '';
  const isUntouched = isKnown && value === known;
  return (
    <Input
      {...fieldPropsOf(props)}
      ref={input}
      value={value ?? ''}
      readOnly={isUntouched}
      maxLength={maxLength}
      inputMode={inputMode}
      autoComplete="off"
      onChange={(event) => onChange?.(event.target.value)}
      suffix={
        isKnown ? (
          <button
            type="button"
            className="link-button"
            aria-label={isUntouched ? `改写${label}` : `保留原${label}`}
            onClick={() => {
              onChange?.(isUntouched ? '' : known);
              input.current?.focus();
            }}
          >
            {isUntouched ? '改写' : '保留原值'}
          </button>
        ) : undefined
      }
    />
  );
}
