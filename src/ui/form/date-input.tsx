import type { ReactElement } from 'react';

import { parsePlainDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { PlainDatePicker } from './plain-date-picker.tsx';

export interface DateInputProps {
  /** ISO day; anything else shows as empty. Set by the form when inside a field. */
  readonly value?: string | null | undefined;
  readonly onChange?: (value: PlainDate | undefined) => void;
  /** The form's field hands it in. */
  readonly id?: string;
  readonly isDisabled?: boolean;
  readonly earliest?: PlainDate;
  readonly latest?: PlainDate;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/** A day, picked or typed as 2023-4-13, 2023/4/13 or 2023年4月13日; the value is ISO text. */
export function DateInput(props: DateInputProps): ReactElement {
  const { value, onChange, isDisabled = false, earliest, latest, placeholder = '年-月-日' } = props;
  const day = parsePlainDate(value ?? '');
  return (
    <PlainDatePicker
      {...(props.id === undefined ? {} : { id: props.id })}
      aria-label={props['aria-label']}
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
