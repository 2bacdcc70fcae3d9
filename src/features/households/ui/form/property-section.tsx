import { Checkbox, Form, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';

import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';

import { ACCIDENT_LABELS, FORM_LABELS, PROPERTY_LABELS } from '../../rules/field-labels.ts';
import { ACCIDENT_KIND_NAMES, CAUSE_NAMES, EXCLUSION_NAMES } from '../../rules/word-names.ts';
import { ACCIDENT_KINDS, CAUSES, EXCLUSIONS } from '../../rules/words.ts';
import { ChoiceField, YesNoField, optionsOf } from './choices.tsx';

const CAUSE_OPTIONS = optionsOf(CAUSES, CAUSE_NAMES);
const ACCIDENTS = optionsOf(ACCIDENT_KINDS, ACCIDENT_KIND_NAMES);
const MOST_OTHER_CAUSES = 5;

/** 财产与排除情形 */
export function PropertySection(): ReactElement {
  return (
    <FormSection title="财产与排除情形">
      <Field name={['form', 'property', 'homeCount']} label={PROPERTY_LABELS.homeCount} unit="套">
        <InputNumber className="query-select" min={0} max={99} precision={0} />
      </Field>
      <Field
        name={['form', 'property', 'homeAreaSquareMetres']}
        label={PROPERTY_LABELS.homeAreaSquareMetres}
        unit="平方米"
      >
        <InputNumber className="query-select" min={0} max={100_000} precision={0} />
      </Field>
      <Field
        name={['form', 'property', 'vehicles']}
        label={PROPERTY_LABELS.vehicles}
        hint="车型和购买年份"
      >
        <Input maxLength={200} />
      </Field>
      <Field name={['form', 'property', 'shops']} label={PROPERTY_LABELS.shops}>
        <Input maxLength={200} />
      </Field>
      <Field name={['form', 'property', 'other']} label={PROPERTY_LABELS.other} isWide>
        <Input maxLength={200} />
      </Field>
      <p className="is-wide section-note">
        是否有下列排除情形，请逐项核实；未核实的不选，困难类别为“待核定”。
      </p>
      {EXCLUSIONS.map((ground) => (
        <YesNoField
          key={ground}
          name={['form', 'exclusions', ground]}
          label={EXCLUSION_NAMES[ground]}
        />
      ))}
    </FormSection>
  );
}

/** 致困原因, with the event that struck the family. */
export function CauseSection(): ReactElement {
  const hasAccident: unknown = Form.useWatch(['form', 'hasAccident']);
  return (
    <FormSection title="致困原因">
      <ChoiceField
        name={['form', 'mainCause']}
        label={FORM_LABELS.mainCause}
        options={CAUSE_OPTIONS}
      />
      <Field name={['form', 'otherCauses']} label={FORM_LABELS.otherCauses} hint="最多5项">
        <OtherCauses />
      </Field>
      <Field name={['form', 'causeText']} label={FORM_LABELS.causeText} isWide>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Field>
      <Field
        name={['form', 'hasAccident']}
        label="意外事件"
        valueProp="checked"
        isWide
        hint="灾害、事故、疫情、公共安全事件，或突发重病"
      >
        <Checkbox>家庭遭遇意外事件</Checkbox>
      </Field>
      {hasAccident === true ? <AccidentFields /> : null}
    </FormSection>
  );
}

function OtherCauses(props: {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (causes: string[]) => void;
}): ReactElement {
  const { id, value = [], onChange } = props;
  return (
    <Checkbox.Group
      {...(id === undefined ? {} : { name: id })}
      className="cause-boxes"
      options={CAUSE_OPTIONS.map((option) => ({
        ...option,
        disabled: value.length >= MOST_OTHER_CAUSES && !value.includes(option.value),
      }))}
      value={value}
      onChange={(next) => onChange?.(next)}
    />
  );
}

function AccidentFields(): ReactElement {
  return (
    <>
      <ChoiceField
        name={['form', 'accident', 'kind']}
        label={ACCIDENT_LABELS.kind}
        options={ACCIDENTS}
        isRequired
        isClearable={false}
      />
      <Field
        name={['form', 'accident', 'happenedOn']}
        label={ACCIDENT_LABELS.happenedOn}
        isRequired
      >
        <DateInput latest={chinaToday()} />
      </Field>
      <Field
        name={['form', 'accident', 'netCost']}
        label={ACCIDENT_LABELS.netCost}
        hint="扣除赔偿、保险、救助之后"
        isRequired
      >
        <MoneyInput />
      </Field>
      <Field name={['form', 'accident', 'note']} label={ACCIDENT_LABELS.note}>
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </>
  );
}
