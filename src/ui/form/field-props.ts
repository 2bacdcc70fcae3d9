/** What a form's field hands to the control inside it, besides value and change. */
export interface FieldProps {
  readonly id?: string;
  readonly onBlur?: () => void;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean | 'true' | 'false';
  readonly 'aria-required'?: boolean | 'true' | 'false';
}

const NAMES = [
  'id',
  'onBlur',
  'aria-label',
  'aria-describedby',
  'aria-invalid',
  'aria-required',
] as const;

/** Those of a control's props that belong on its input element. */
export function fieldPropsOf(props: FieldProps): FieldProps {
  return Object.fromEntries(
    NAMES.filter((name) => props[name] !== undefined).map((name) => [name, props[name]]),
  );
}
