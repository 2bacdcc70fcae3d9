import type { ReactElement } from 'react';

import { parsePlainDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { fieldPropsOf } from './field-props.ts';
import type { FieldProps } from './field-props.ts';
import { PlainDatePicker } from './plain-date-picker.tsx';

export interface DateInputProps extends FieldProps {
  /** ISO day; anything else shows as empty. Set by the form when inside a field. */
  readonly value?: string | null | undefined;
  readonly onChange?: (value: PlainDate | undefined) => void;
  readonly isDisabled?: boolean;
  readonly earliest?: PlainDate;
  readonly latest?: PlainDate;
  readonly placeholder?: string;
}

/** A day, picked or typed as 2023-4-13, 2023/4/13 or 2023年4月13日; the value is ISO text. */
export function DateInput(props: DateInputProps): ReactElement {
  const { value, onChange, isDisabled = false, earliest, latest, placeholder = '年-月-日' } = props;
  const day = parsePlainDate(value ?? '');
  return (
    <PlainDatePicker
      {...fieldPropsOf(props)}
      className="date-input"
      value={day === undefined ? null : { day }}
      onChange={(next) => onChange?.(Array.isArray(next) ? undefined : (next?.day ?? undefined))}
      format="YYYY-MM-DD"
      placeholder={placeholder}
      disabled={isDisabled}
      {...(earliest === undefined ? {} : { minDate: { day: earliest } })}
      {...(latest === undefined ? {} : { maxDate: { day: latest } })}
    />
  );
}
