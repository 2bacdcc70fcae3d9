import { Form, Input } from 'antd';
import type { ReactElement } from 'react';

import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';

import { FORM_LABELS } from '../../rules/field-labels.ts';
import {
  FACT_SOURCE_NAMES,
  OLD_CLASS_NAMES,
  SCHEME_NAMES,
  TIER_NAMES,
} from '../../rules/word-names.ts';
import { OLD_CLASSES, SCHEMES, TIERS, TYPED_SOURCES } from '../../rules/words.ts';
import type { UnionControl } from '../union-control.ts';
import { ChoiceField, optionsOf } from './choices.tsx';

const SOURCES = optionsOf(TYPED_SOURCES, FACT_SOURCE_NAMES);
const TIER_OPTIONS = optionsOf(TIERS, TIER_NAMES);
const SCHEME_OPTIONS = optionsOf(SCHEMES, SCHEME_NAMES);
const OLD_OPTIONS = optionsOf(OLD_CLASSES, OLD_CLASS_NAMES);

/** 建档信息: whose file it becomes, and why. */
export function OpeningSection({
  UnionInput,
}: {
  readonly UnionInput: UnionControl;
}): ReactElement {
  return (
    <FormSection title="建档信息">
      <Field name="unionId" label="所属工会">
        <UnionInput />
      </Field>
      <Field name="openedOn" label="建档日期" hint="不晚于今天">
        <DateInput latest={chinaToday()} />
      </Field>
      <FilingFields reasonHint="例如：本人申请，经入户核实；至少 4 个字，记入档案沿革" />
    </FormSection>
  );
}

/** 更新信息: the day the facts describe, where they come from, and why. */
export function ChangeSection(): ReactElement {
  return (
    <FormSection title="本次更新">
      <Field name="validOn" label="情况截至日期" hint="登记表内容所反映的日期，不晚于今天">
        <DateInput latest={chinaToday()} />
      </Field>
      <FilingFields reasonHint="例如：户主出院，医疗支出减少；至少 4 个字，记入档案沿革" />
    </FormSection>
  );
}

function FilingFields({ reasonHint }: { readonly reasonHint: string }): ReactElement {
  const scheme: unknown = Form.useWatch(['form', 'scheme']);
  return (
    <>
      <ChoiceField name="source" label="情况来源" options={SOURCES} isClearable={false} />
      <ChoiceField
        name={['form', 'tier']}
        label={FORM_LABELS.tier}
        options={TIER_OPTIONS}
        isClearable={false}
      />
      <ChoiceField
        name={['form', 'scheme']}
        label={FORM_LABELS.scheme}
        options={SCHEME_OPTIONS}
        isClearable={false}
      />
      {scheme === 'old' ? (
        <ChoiceField
          name={['form', 'oldClass']}
          label={FORM_LABELS.oldClass}
          options={OLD_OPTIONS}
        />
      ) : null}
      <Field name="reason" label="理由" isWide hint={reasonHint}>
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </>
  );
}
