import { Input } from 'antd';
import type { ReactElement } from 'react';

import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';

interface UnionFactFieldsProps {
  /** The number on record, masked; a new one replaces it. */
  readonly knownPhone?: string | null;
}

/** What is kept of a union beside its place in the tree. */
export function UnionFactFields({ knownPhone = null }: UnionFactFieldsProps): ReactElement {
  return (
    <>
      <Field name="creditCode" label="统一社会信用代码" hint="18位，与法人证书一致">
        <Input maxLength={18} />
      </Field>
      <Field name="regionCode" label="行政区划代码" hint="6位数字">
        <Input maxLength={6} inputMode="numeric" />
      </Field>
      <Field name="foundedOn" label="成立日期">
        <DateInput />
      </Field>
      <Field name="contactName" label="联系人">
        <Input maxLength={60} />
      </Field>
      <Field
        name="contactPhone"
        label="联系电话"
        isKept={false}
        hint={knownPhone === null ? '手机号，或带区号的固定电话' : `现为 ${knownPhone}；留空则不变`}
      >
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Field>
    </>
  );
}

interface ReasonFieldProps {
  readonly hint?: string;
  readonly isRequired?: boolean;
}

export function ReasonField({
  hint = '至少 4 个字，将记入审计日志',
  isRequired,
}: ReasonFieldProps): ReactElement {
  return (
    <Field
      name="reason"
      label="理由"
      isWide
      hint={hint}
      {...(isRequired === undefined ? {} : { isRequired })}
    >
      <Input.TextArea rows={2} maxLength={500} />
    </Field>
  );
}

export function DocumentField(): ReactElement {
  return (
    <Field name="document" label="依据文件" isWide hint="文号或会议纪要，可不填">
      <Input maxLength={200} />
    </Field>
  );
}
