import { Input, InputNumber, Radio, Select } from 'antd';
import type { ReactElement } from 'react';

import { Field } from '#ui/form/field.tsx';
import type { FieldProps } from '#ui/form/field.tsx';

type FieldOfChoice = Omit<FieldProps, 'children'>;

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Codes that are their own names. */
export function plainOptions(codes: readonly string[]): Option[] {
  return codes.map((code) => ({ value: code, label: code }));
}

interface ChoiceFieldProps extends FieldOfChoice {
  readonly options: readonly Option[];
}

/** One of a few. */
export function ChoiceField({ options, ...field }: ChoiceFieldProps): ReactElement {
  return (
    <Field {...field}>
      <Select<string>
        className="query-select"
        allowClear
        placeholder="请选择"
        options={[...options]}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Field>
  );
}

/** Several of a few. */
export function SeveralField({ options, ...field }: ChoiceFieldProps): ReactElement {
  return (
    <Field {...field}>
      <Select<string[]>
        mode="multiple"
        className="query-select"
        allowClear
        placeholder="可多选"
        options={[...options]}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Field>
  );
}

/** Texts, one after the other. */
export function TextsField(field: FieldOfChoice): ReactElement {
  return (
    <Field {...field}>
      <Select<string[]>
        mode="tags"
        className="query-select"
        open={false}
        suffixIcon={null}
        placeholder="输入后按回车"
      />
    </Field>
  );
}

const YES_NO = [
  { value: true, label: '是' },
  { value: false, label: '否' },
];

/** 是 or 否, or not known. */
export function YesNoField(field: FieldOfChoice): ReactElement {
  return (
    <Field {...field}>
      <Radio.Group options={YES_NO} aria-label={field.label} />
    </Field>
  );
}

/** A whole number. */
export function CountField(field: FieldOfChoice): ReactElement {
  return (
    <Field {...field}>
      <InputNumber min={0} precision={0} />
    </Field>
  );
}

export function PolicyReasonField(): ReactElement {
  return (
    <Field name="reason" label="理由" isWide hint="至少 4 个字，记入审计日志">
      <Input.TextArea rows={2} maxLength={500} />
    </Field>
  );
}
