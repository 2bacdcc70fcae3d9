import { Input } from 'antd';
import type { ReactElement } from 'react';

import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';

import { FORM_LABELS } from '../../rules/field-labels.ts';
import { SecretInput } from './secret-input.tsx';

/** 银行卡: the head's own, for payments. */
export function BankSection({ knownCard }: { readonly knownCard: string | null }): ReactElement {
  return (
    <FormSection title="银行卡" extra="户主本人的卡">
      <Field name={['form', 'bankName']} label={FORM_LABELS.bankName}>
        <Input maxLength={60} />
      </Field>
      <Field name={['form', 'bankBranch']} label={FORM_LABELS.bankBranch}>
        <Input maxLength={100} />
      </Field>
      <Field name={['form', 'cardNumber']} label={FORM_LABELS.cardNumber} isKept={false}>
        <SecretInput known={knownCard} label="银行卡号" maxLength={40} inputMode="numeric" />
      </Field>
    </FormSection>
  );
}
