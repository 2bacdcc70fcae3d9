import { Form, Input } from 'antd';
import type { ReactElement } from 'react';

import { checkIdentityNumber } from '#core/identity-number.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';

import { PERSON_LABELS } from '../../rules/field-labels.ts';
import type { PersonForm } from '../../rules/household-form.ts';
import {
  HEALTH_NAMES,
  INSURANCE_NAMES,
  SEX_NAMES,
  WORK_STATE_NAMES,
} from '../../rules/word-names.ts';
import { HEALTH_STATES, INSURANCE_KINDS, WORK_STATES } from '../../rules/words.ts';
import { ChoiceField, YesNoField, optionsOf } from './choices.tsx';
import { SecretInput } from './secret-input.tsx';

export interface PersonFieldsProps {
  /** Place among the people. */
  readonly index: number;
  /** Leads to the person's values: nothing inside a row of its own. */
  readonly at: readonly (string | number)[];
  /** As the person is on file, masked. */
  readonly known: PersonForm | undefined;
}

const SEXES = optionsOf(['male', 'female'], SEX_NAMES);
const HEALTH = optionsOf(HEALTH_STATES, HEALTH_NAMES);
const INSURANCE = optionsOf(INSURANCE_KINDS, INSURANCE_NAMES);
const WORK = optionsOf(WORK_STATES, WORK_STATE_NAMES);

/** What is asked of everybody in the family. */
export function PersonFields({ index, at, known }: PersonFieldsProps): ReactElement {
  return (
    <>
      <Field name={[...at, 'name']} label={PERSON_LABELS.name}>
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <IdentityField index={index} at={at} known={known} />
      <ChoiceField name={[...at, 'sex']} label={PERSON_LABELS.sex} options={SEXES} />
      <Field name={[...at, 'bornOn']} label={PERSON_LABELS.bornOn}>
        <DateInput latest={chinaToday()} />
      </Field>
      <Field name={[...at, 'phone']} label={PERSON_LABELS.phone} isKept={false}>
        <SecretInput known={known?.phone} label="手机" maxLength={30} inputMode="tel" />
      </Field>
      <YesNoField name={[...at, 'isUnionMember']} label={PERSON_LABELS.isUnionMember} />
      <ChoiceField name={[...at, 'workState']} label={PERSON_LABELS.workState} options={WORK} />
      <Field name={[...at, 'employer']} label={PERSON_LABELS.employer}>
        <Input maxLength={100} />
      </Field>
      <ChoiceField name={[...at, 'health']} label={PERSON_LABELS.health} options={HEALTH} />
      <Field name={[...at, 'illness']} label={PERSON_LABELS.illness} isKept={false}>
        <SecretInput known={known?.illness} label="疾病或残疾类别" maxLength={200} />
      </Field>
      <ChoiceField
        name={[...at, 'insurance']}
        label={PERSON_LABELS.insurance}
        options={INSURANCE}
      />
    </>
  );
}

/** A sound number tells sex and birth, which then need not be typed. */
function IdentityField({ index, at, known }: PersonFieldsProps): ReactElement {
  const form = Form.useFormInstance();
  function fillIn(): void {
    const person = ['form', 'people', index];
    const text: unknown = form.getFieldValue([...person, 'identityNumber']);
    const check = checkIdentityNumber(typeof text === 'string' ? text : '', chinaToday());
    if (!check.valid) return;
    form.setFieldValue([...person, 'bornOn'], check.birth);
    form.setFieldValue([...person, 'sex'], check.sex);
  }
  return (
    <div onBlur={fillIn}>
      <Field
        name={[...at, 'identityNumber']}
        label={PERSON_LABELS.identityNumber}
        hint="15或18位；填写后自动带出性别和出生日期"
        isKept={false}
      >
        <SecretInput known={known?.identityNumber} label="身份证号" maxLength={30} />
      </Field>
    </div>
  );
}
