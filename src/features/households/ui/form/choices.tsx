import { Radio, Select } from 'antd';
import type { ReactElement } from 'react';

import { Field } from '#ui/form/field.tsx';
import type { FieldProps } from '#ui/form/field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Codes with their names, in the order of the codes. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
): Option[] {
  return codes.map((code) => ({ value: code, label: names[code] }));
}

type FieldOfChoice = Omit<FieldProps, 'children'>;

interface ChoiceFieldProps extends FieldOfChoice {
  readonly options: readonly Option[];
  readonly isClearable?: boolean;
}

/** One of a few. */
export function ChoiceField(props: ChoiceFieldProps): ReactElement {
  const { options, isClearable = true, ...field } = props;
  return (
    <Field {...field}>
      <Select<string>
        className="query-select"
        allowClear={isClearable}
        placeholder="请选择"
        options={[...options]}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Field>
  );
}

const YES_NO = [
  { value: true, label: '是' },
  { value: false, label: '否' },
];

/** 是 or 否, or not asked yet. */
export function YesNoField(props: FieldOfChoice): ReactElement {
  return (
    <Field {...props}>
      <Radio.Group options={YES_NO} aria-label={props.label} />
    </Field>
  );
}
