import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly note?: ReactNode;
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** Short answers stand side by side. */
  readonly isRow?: boolean;
}

/** One of a few, each as wide as a thumb. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactElement {
  const { label, hint, error, value, choices, onChange, isRow = false } = props;
  const id = useId();
  return (
    <fieldset
      className={error === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      <div className={isRow ? 'choices choices-row' : 'choices'}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              name={id}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.note === undefined ? null : <small>{choice.note}</small>}
            </span>
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface YesNoFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value: boolean | null;
  readonly onChange: (value: boolean) => void;
}

const YES_NO: readonly Choice<'yes' | 'no'>[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

export function YesNoField({ value, onChange, ...words }: YesNoFieldProps): ReactElement {
  return (
    <ChoiceField
      {...words}
      isRow
      choices={YES_NO}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === 'yes')}
    />
  );
}

interface SelectFieldProps<Value extends string> extends Omit<
  ChoiceFieldProps<Value>,
  'isRow' | 'hint'
> {
  readonly isOptional?: boolean;
}

/** One of many, in the phone's own list. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>): ReactElement {
  const { label, error, value, choices, onChange, isOptional = false } = props;
  const id = useId();
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'}>
      <label htmlFor={id}>
        {label}
        {isOptional ? <span className="optional">（选填）</span> : null}
      </label>
      <select
        id={id}
        value={value ?? ''}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        <option value="" disabled>
          请选择
        </option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface TickFieldProps {
  readonly label: ReactNode;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
}

export function TickField({ label, isTicked, onChange }: TickFieldProps): ReactElement {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={isTicked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
