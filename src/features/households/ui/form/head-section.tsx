import { Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';

import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';

import { HEAD_LABELS } from '../../rules/field-labels.ts';
import type { HeadForm, HouseholdForm } from '../../rules/household-form.ts';
import {
  HOUSING_NAMES,
  MARITAL_NAMES,
  MODEL_WORKER_NAMES,
  POLITICAL_NAMES,
  REGISTRATION_NAMES,
} from '../../rules/word-names.ts';
import {
  HOUSING_KINDS,
  MARITAL_STATES,
  MODEL_WORKER_KINDS,
  POLITICAL_STATES,
  REGISTRATION_KINDS,
} from '../../rules/words.ts';
import { ChoiceField, YesNoField, optionsOf } from './choices.tsx';
import type { Option } from './choices.tsx';
import { PersonFields } from './person-fields.tsx';
import { SecretInput } from './secret-input.tsx';

interface HeadSectionProps {
  /** As it is on file; undefined for a new file. */
  readonly known: HouseholdForm | undefined;
}

type HeadField = keyof HeadForm;

const at = (key: HeadField): string[] => ['form', 'head', key];

/** 基本信息（户主） */
export function HeadSection({ known }: HeadSectionProps): ReactElement {
  return (
    <FormSection title="基本信息（户主）">
      <PersonFields
        index={0}
        at={['form', 'people', 0]}
        known={known?.people.find(({ role }) => role === 'head')}
      />
      <HeadChoice of="marital" options={optionsOf(MARITAL_STATES, MARITAL_NAMES)} />
      <HeadText of="ethnicity" maxLength={20} />
      <HeadChoice of="political" options={optionsOf(POLITICAL_STATES, POLITICAL_NAMES)} />
      <HeadChoice of="registration" options={optionsOf(REGISTRATION_KINDS, REGISTRATION_NAMES)} />
      <HeadPlace of="registeredAt" known={known?.head.registeredAt} />
      <HeadPlace of="address" known={known?.head.address} />
      <HeadText of="otherContact" maxLength={100} />
      <WorkFields />
      <UnionFields />
      <HousingFields />
    </FormSection>
  );
}

function WorkFields(): ReactElement {
  return (
    <>
      <HeadText of="employerNature" maxLength={50} />
      <HeadText of="employerState" maxLength={50} />
      <HeadText of="industry" maxLength={50} />
      <HeadDay of="workingSince" />
      <HeadDay of="contractFrom" />
      <HeadDay of="contractTo" />
      <HeadChoice of="modelWorker" options={optionsOf(MODEL_WORKER_KINDS, MODEL_WORKER_NAMES)} />
    </>
  );
}

function UnionFields(): ReactElement {
  return (
    <>
      <HeadText of="memberNumber" maxLength={40} />
      <HeadDay of="memberSince" />
      <HeadYesNo of="paysDues" />
    </>
  );
}

function HousingFields(): ReactElement {
  return (
    <>
      <HeadChoice of="housing" options={optionsOf(HOUSING_KINDS, HOUSING_NAMES)} />
      <Field
        name={at('housingAreaSquareMetres')}
        label={HEAD_LABELS.housingAreaSquareMetres}
        unit="平方米"
      >
        <InputNumber className="query-select" min={0} max={100_000} precision={0} />
      </Field>
      <HeadYesNo of="isSingleParent" />
      <HeadYesNo of="isWithoutEarner" />
      <HeadYesNo of="canHelpItself" />
    </>
  );
}

interface HeadFieldProps {
  readonly of: HeadField;
}

function HeadText({
  of,
  maxLength,
}: HeadFieldProps & { readonly maxLength: number }): ReactElement {
  return (
    <Field name={at(of)} label={HEAD_LABELS[of]}>
      <Input maxLength={maxLength} autoComplete="off" />
    </Field>
  );
}

interface HeadPlaceProps extends HeadFieldProps {
  /** As it is on file, to the town. */
  readonly known: string | null | undefined;
}

function HeadPlace({ of, known }: HeadPlaceProps): ReactElement {
  return (
    <Field name={at(of)} label={HEAD_LABELS[of]} isKept={false}>
      <SecretInput known={known} label={HEAD_LABELS[of]} maxLength={200} />
    </Field>
  );
}

function HeadDay({ of }: HeadFieldProps): ReactElement {
  return (
    <Field name={at(of)} label={HEAD_LABELS[of]}>
      <DateInput />
    </Field>
  );
}

function HeadYesNo({ of }: HeadFieldProps): ReactElement {
  return <YesNoField name={at(of)} label={HEAD_LABELS[of]} />;
}

function HeadChoice(props: HeadFieldProps & { readonly options: readonly Option[] }): ReactElement {
  return <ChoiceField name={at(props.of)} label={HEAD_LABELS[props.of]} options={props.options} />;
}
