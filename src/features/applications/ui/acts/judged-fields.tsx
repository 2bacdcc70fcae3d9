import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';

import { SPECIAL_REASONS } from '#features/policies/rules/policy-version.ts';
import { Field } from '#ui/form/field.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';

import type { ApplicationDetail } from '../../rules/application-views.ts';
import { FundField } from '../fund-field.tsx';
import { RuleReasons, suggestionText } from '../judgement-panel.tsx';
import { TwoAnswers } from './act-fields.tsx';
import type { Asked } from './act-input.ts';
import { CaseFileInput } from './case-file-input.tsx';

interface JudgedFieldsProps {
  readonly application: ApplicationDetail;
  readonly asked: Asked;
}

const REASON_OPTIONS = SPECIAL_REASONS.map((reason) => ({ value: reason, label: reason }));

/** Amount and finding beside what the rules say; an override where this desk may give one. */
export function JudgedFields({ application, asked }: JudgedFieldsProps): ReactElement {
  const { judgement, suggestion } = application;
  return (
    <>
      {judgement === null ? null : <RuleReasons of={judgement} />}
      <Field name="amountFen" label="救助金额" hint={suggestionText(suggestion)}>
        <MoneyInput />
      </Field>
      <TwoAnswers
        name="meetsConditions"
        label="家庭情况是否符合救助类别的条件"
        yes="符合"
        no="不符合"
      />
      <Field name="specialReason" label="特殊原因" hint="超过原则限额时必选">
        <Select<string>
          className="query-select"
          allowClear
          placeholder="没有则不选"
          options={REASON_OPTIONS}
        />
      </Field>
      {asked.fund ? <FundField unionId={application.unionId} /> : null}
      {asked.override ? <OverrideFields applicationId={application.id} /> : null}
    </>
  );
}

function OverrideFields({ applicationId }: { readonly applicationId: number }): ReactElement {
  const isOverride: unknown = Form.useWatch('isOverride');
  return (
    <>
      <Field
        name="isOverride"
        label="特批"
        valueProp="checked"
        isWide
        hint="规则不允许、确需特殊处理的才用；特批会永久标记在本申请上"
      >
        <Checkbox>申请按特批通过</Checkbox>
      </Field>
      {isOverride === true ? (
        <>
          <Field
            name={['override', 'reason']}
            label="特批理由"
            isWide
            isRequired
            hint="至少 10 个字"
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Field>
          <Field name={['override', 'fileId']} label="依据材料" isWide isRequired>
            <CaseFileInput applicationId={applicationId} />
          </Field>
        </>
      ) : null}
    </>
  );
}
