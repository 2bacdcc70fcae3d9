import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';

import { fen } from '#core/money.ts';
import type { HouseholdDetail } from '#features/households/rules/household-views.ts';
import {
  AID_TYPES,
  AID_CLASSES,
  SPECIAL_REASONS,
} from '#features/policies/rules/policy-version.ts';
import type { AidClass } from '#features/policies/rules/policy-version.ts';
import { suggestAmount } from '#features/policies/rules/suggest-amount.ts';
import { describeSuggestion } from '#features/policies/rules/suggestion-texts.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';

import { EVENT_KIND_NAMES } from '../../messages.ts';
import { EVENT_KINDS } from '../../rules/application-inputs.ts';
import { useEvents } from '../application-queries.ts';
import { NEW_EVENT, quarterOptions } from './application-form-values.ts';
import { usePolicyInForce } from './policy-in-force.ts';

interface WishFieldsProps {
  readonly household: HouseholdDetail | undefined;
}

const TYPES = AID_TYPES.map((type) => ({ value: type, label: type }));
const REASONS = SPECIAL_REASONS.map((reason) => ({ value: reason, label: reason }));
const KINDS = EVENT_KINDS.map((kind) => ({ value: kind, label: EVENT_KIND_NAMES[kind] }));

/** 申请内容: which aid, for what, how much, and why. */
export function WishFields({ household }: WishFieldsProps): ReactElement {
  const aidType: unknown = Form.useWatch('aidType');
  return (
    <>
      <FormSection title="申请内容">
        <Field name="aidType" label="救助类型">
          <Select<string> className="query-select" placeholder="请选择" options={TYPES} />
        </Field>
        {aidType === '季度救助' || aidType === '紧急救助' ? <ClassField aidType={aidType} /> : null}
        {aidType === '季度救助' ? (
          <Field name="quarter" label="申请季度">
            <Select<string> className="query-select" options={quarterOptions(chinaToday())} />
          </Field>
        ) : null}
        {aidType === '紧急救助' ? <EventFields householdId={household?.id} /> : null}
        <AmountField household={household} />
        <Field name="specialReason" label="特殊原因" hint="金额超过原则限额时选择">
          <Select<string>
            className="query-select"
            allowClear
            placeholder="没有则不选"
            options={REASONS}
          />
        </Field>
      </FormSection>
      <StorySection />
    </>
  );
}

function ClassField({ aidType }: { readonly aidType: string }): ReactElement {
  const policy = usePolicyInForce();
  const classes = Object.values(policy?.classes ?? {}).filter((one) => one.aidType === aidType);
  return (
    <Field name="aidClass" label="救助类别" hint={policy?.title} isRequired>
      <Select<string>
        className="query-select"
        placeholder="请选择"
        loading={policy === undefined}
        options={classes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      />
    </Field>
  );
}

function AmountField({ household }: WishFieldsProps): ReactElement {
  const policy = usePolicyInForce();
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch('aidClass', { form, preserve: true });
  const selfPaid: unknown = Form.useWatch(['facts', 'selfPaidFen'], { form, preserve: true });
  const aidClass = AID_CLASSES.find((one) => one === chosen);
  const hint =
    policy === undefined || aidClass === undefined || household === undefined
      ? '选好家庭和类别后，这里显示建议金额'
      : describeSuggestion(suggestAmount(toFacts(aidClass, household, selfPaid), policy));
  return (
    <Field name="requestedFen" label="申请金额" hint={hint}>
      <MoneyInput />
    </Field>
  );
}

function toFacts(
  aidClass: AidClass,
  household: HouseholdDetail,
  selfPaid: unknown,
): Parameters<typeof suggestAmount>[0] {
  const { netMonthlyFen, minimumLivingFen } = household.class;
  return {
    aidClass,
    netMonthlyFen: netMonthlyFen === null ? null : fen(netMonthlyFen),
    minimumLivingFen: minimumLivingFen === null ? null : fen(minimumLivingFen),
    selfPaidFen: Number.isSafeInteger(selfPaid) ? fen(Number(selfPaid)) : null,
  };
}

function EventFields({ householdId }: { readonly householdId: number | undefined }): ReactElement {
  const events = useEvents(householdId);
  const choice: unknown = Form.useWatch('eventChoice');
  const known = events.map(({ id, number, happenedOn, kind }) => ({
    value: id,
    label: `${number} ${happenedOn} ${EVENT_KIND_NAMES[kind]}`,
  }));
  return (
    <>
      <Field name="eventChoice" label="救助事件" hint="同一事件只救助一次">
        <Select<number | string>
          className="query-select"
          placeholder="请选择"
          options={[...known, { value: NEW_EVENT, label: '登记新事件' }]}
        />
      </Field>
      {choice === NEW_EVENT ? (
        <>
          <Field name={['event', 'kind']} label="事件种类" isRequired>
            <Select<string> className="query-select" placeholder="请选择" options={KINDS} />
          </Field>
          <Field name={['event', 'happenedOn']} label="发生日期" isRequired hint="不晚于今天">
            <DateInput latest={chinaToday()} />
          </Field>
          <Field name={['event', 'description']} label="事件经过" isWide isRequired>
            <Input.TextArea rows={2} maxLength={1000} />
          </Field>
        </>
      ) : null}
    </>
  );
}

function StorySection(): ReactElement {
  return (
    <FormSection title="困难情况">
      <Field name={['facts', 'story']} label="情况说明" isWide hint="发生了什么，需要什么帮助">
        <Input.TextArea rows={4} maxLength={2000} />
      </Field>
      <Field name={['facts', 'illness']} label="疾病" isKept={false} hint="没有则不填">
        <Input maxLength={200} />
      </Field>
      <Field name={['facts', 'selfPaidFen']} label="自付医疗费用" hint="报销、赔偿以后自己承担的">
        <MoneyInput />
      </Field>
      <Field
        name={['facts', 'aidElsewhere']}
        label="其他渠道的救助"
        hint="民政、慈善等为同一件事给的"
      >
        <Input maxLength={500} />
      </Field>
      <Field
        name={['facts', 'relativesInUnion']}
        label="在工会工作的亲属"
        hint="有的，请写姓名；亲属不得办理本申请"
      >
        <Input maxLength={200} />
      </Field>
    </FormSection>
  );
}
