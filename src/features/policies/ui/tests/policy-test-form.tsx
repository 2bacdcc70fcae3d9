import { Button, Input } from 'antd';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { FieldRows } from '#ui/form/field-rows.tsx';
import type { FieldRow } from '#ui/form/field-rows.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';
import { SubmitForm } from '#ui/form/submit-form.tsx';
import { Panel } from '#ui/panel.tsx';

import { POLICY_ROUTES } from '../../contract.ts';
import { reasonRule } from '../../messages.ts';
import { REASON_CODES } from '../../rules/policy-tests.ts';
import { AID_CLASSES, AID_TYPES, SPECIAL_REASONS } from '../../rules/policy-version.ts';
import type { PolicyTestView } from '../../rules/policy-views.ts';
import {
  ChoiceField,
  CountField,
  SeveralField,
  TextsField,
  YesNoField,
  plainOptions,
} from '../choices.tsx';
import { useTakePolicy } from '../policy-queries.ts';
import { BLANK_TEST, PolicyTestValues } from './policy-test-values.ts';

interface PolicyTestFormProps {
  readonly policyId: number;
  /** Undefined for a new one. */
  readonly known: PolicyTestView | undefined;
  readonly onClose: () => void;
}

export function PolicyTestForm({ policyId, known, onClose }: PolicyTestFormProps): ReactElement {
  const takePolicy = useTakePolicy();
  return (
    <SubmitForm
      schema={PolicyTestValues}
      initialValues={known === undefined ? BLANK_TEST : { ...known.test }}
      onSubmit={(body, { idempotencyKey }) =>
        known === undefined
          ? callRoute(POLICY_ROUTES.addTest, { params: { id: policyId }, body, idempotencyKey })
          : callRoute(POLICY_ROUTES.changeTest, {
              params: { id: policyId, testId: known.id },
              body,
              idempotencyKey,
            })
      }
      onDone={(policy) => {
        takePolicy(policy);
        onClose();
      }}
      onCancel={onClose}
      submitText="保存用例"
    >
      <CaseSection />
      <RoundSection />
      <MoneySection />
      <ExpectedSection />
    </SubmitForm>
  );
}

function CaseSection(): ReactElement {
  return (
    <FormSection title="情形" extra="不填的项目按“未知”处理">
      <Field name="name" label="用例名称" isWide>
        <Input maxLength={100} />
      </Field>
      <ChoiceField name={['facts', 'aidType']} label="救助类型" options={plainOptions(AID_TYPES)} />
      <ChoiceField name={['facts', 'aidClass']} label="类别" options={plainOptions(AID_CLASSES)} />
      <Field name={['facts', 'amountFen']} label="救助金额">
        <MoneyInput hasCapitals={false} />
      </Field>
      <YesNoField name={['facts', 'isMember']} label="是工会会员" />
      <YesNoField name={['facts', 'meetsConditions']} label="符合类别条件" />
      <YesNoField name={['facts', 'hasEvidence']} label="材料齐全" />
      <Field name={['facts', 'event']} label="事件编号" hint="紧急救助填写">
        <Input maxLength={100} />
      </Field>
      <TextsField name={['facts', 'paidForEvent']} label="该事件已救助的申请" />
      <ChoiceField
        name={['facts', 'specialReason']}
        label="特殊原因"
        options={plainOptions(SPECIAL_REASONS)}
      />
    </FormSection>
  );
}

function RoundSection(): ReactElement {
  return (
    <Panel title="季度" extra="季度救助填写" className="form-section">
      <div className="form-grid">
        <CountField name={['facts', 'round', 'year']} label="本次年度" />
        <CountField name={['facts', 'round', 'quarter']} label="本次季度" hint="1 至 4" />
      </div>
      <FieldRows
        name={['facts', 'earlierRounds']}
        addText="添加以往救助的季度"
        emptyText="以往没有季度救助"
        blank={{}}
        most={20}
      >
        {(row) => <EarlierRound row={row} />}
      </FieldRows>
    </Panel>
  );
}

function EarlierRound({ row }: { readonly row: FieldRow }): ReactElement {
  const title = `以往救助 ${row.index + 1}`;
  return (
    <fieldset className="field-row">
      <div className="field-row-head">
        <legend>{title}</legend>
        <Button size="small" danger onClick={row.remove} aria-label={`删除${title}`}>
          删除
        </Button>
      </div>
      <div className="form-grid">
        <CountField name="year" label="年度" />
        <CountField name="quarter" label="季度" />
      </div>
    </fieldset>
  );
}

function MoneySection(): ReactElement {
  return (
    <FormSection title="资金">
      <Field name="minimumLivingFen" label="低保标准（每人每月）">
        <MoneyInput hasCapitals={false} />
      </Field>
      <Field name={['facts', 'householdYearPaidFen']} label="该户本年已发慰问金">
        <MoneyInput hasCapitals={false} />
      </Field>
      <Field name={['facts', 'otherGoodsFen']} label="本次另发实物" hint="实物慰问填写">
        <MoneyInput hasCapitals={false} />
      </Field>
      <Field name={['facts', 'source']} label="资金来源">
        <Input maxLength={100} />
      </Field>
      <Field name={['facts', 'sourceAvailableFen']} label="来源可用额">
        <MoneyInput hasCapitals={false} />
      </Field>
    </FormSection>
  );
}

const OUTCOME_OPTIONS = [
  { value: 'allowed', label: '可以救助' },
  { value: 'refused', label: '不予救助' },
];
const REASON_OPTIONS = REASON_CODES.map((code) => ({ value: code, label: reasonRule(code) }));

function ExpectedSection(): ReactElement {
  return (
    <FormSection title="应有结果">
      <ChoiceField name="expectedOutcome" label="结果" options={OUTCOME_OPTIONS} />
      <SeveralField
        name="expectedCodes"
        label="应指出的规定"
        isWide
        options={REASON_OPTIONS}
        hint="全部应指出的规定；没有的不选"
      />
    </FormSection>
  );
}
