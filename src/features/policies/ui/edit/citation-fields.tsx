import { Input } from 'antd';
import type { ReactElement } from 'react';

import { Field } from '#ui/form/field.tsx';

interface CitationFieldsProps {
  /** Place of the citation, from the row on inside rows. */
  readonly place: readonly (string | number)[];
  /** Before the labels where several stand together. */
  readonly subject?: string;
}

/** Document and clause of one rule. */
export function CitationFields({ place, subject = '' }: CitationFieldsProps): ReactElement {
  const prefix = subject === '' ? '' : `${subject}：`;
  return (
    <>
      <Field name={[...place, 'document']} label={`${prefix}依据文件`}>
        <Input maxLength={200} />
      </Field>
      <Field name={[...place, 'clause']} label={`${prefix}依据条款`}>
        <Input maxLength={200} />
      </Field>
    </>
  );
}
