import { Button } from 'antd';
import type { ReactElement } from 'react';

import { FieldRows } from '#ui/form/field-rows.tsx';
import type { FieldRow } from '#ui/form/field-rows.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';
import { Panel } from '#ui/panel.tsx';

import { CountField, YesNoField } from '../choices.tsx';

const QUARTERLY = ['body', 'quarterly'];
const MOST_STEPS = 12;

export function QuarterlySection(): ReactElement {
  return (
    <Panel title="季度救助" className="form-section">
      <div className="form-grid">
        <CountField name={[...QUARTERLY, 'maxPerPersonYear']} label="每人全年次数上限" unit="次" />
        <CountField
          name={[...QUARTERLY, 'minQuarterDistance']}
          label="间隔季度数"
          unit="个季度"
          hint="2 表示中间隔一个季度，1 表示可以逐季救助"
        />
      </div>
      <p>建议金额按家庭人均月净收入与低保标准的百分比分档，从低到高填写；审核人可在标准内调整。</p>
      <FieldRows
        name={[...QUARTERLY, 'steps']}
        addText="添加档次"
        emptyText="不设建议金额"
        blank={{}}
        most={MOST_STEPS}
      >
        {(row) => <StepFields row={row} />}
      </FieldRows>
    </Panel>
  );
}

function StepFields({ row }: { readonly row: FieldRow }): ReactElement {
  const title = `档次 ${row.index + 1}`;
  return (
    <fieldset className="field-row">
      <div className="field-row-head">
        <legend>{title}</legend>
        <Button size="small" danger onClick={row.remove} aria-label={`删除${title}`}>
          删除
        </Button>
      </div>
      <div className="form-grid">
        <CountField name="belowPercent" label="低于低保标准的" unit="%" />
        <Field name="amountFen" label="建议金额">
          <MoneyInput hasCapitals={false} />
        </Field>
      </div>
    </fieldset>
  );
}

const LIMITS = [
  ['personPerTime', '每人每次原则限额'],
  ['householdYear', '每户全年原则限额'],
  ['goodsPerTime', '实物慰问每户每次限额'],
] as const;

export function LimitsSection(): ReactElement {
  return (
    <FormSection title="限额">
      {LIMITS.map(([limit, label]) => (
        <Field key={limit} name={['body', limit, 'limitFen']} label={label}>
          <MoneyInput hasCapitals={false} />
        </Field>
      ))}
      <CountField
        name={['body', 'householdYearHard', 'months']}
        label="每户全年最高限额"
        unit="个月低保标准"
        hint="任何原因都不能突破"
      />
    </FormSection>
  );
}

const CLOCKS = [
  ['grassrootsDays', '基层审核'],
  ['townDays', '镇街（系统）审核'],
  ['emergencyDays', '紧急救助全程'],
  ['paymentDays', '发放'],
  ['supplementDays', '补正材料'],
  ['reexaminationRequestDays', '申请复核'],
  ['reexaminationDays', '复核'],
] as const;

export function ClocksSection(): ReactElement {
  return (
    <FormSection title="办理期限" extra="工作日，补正和公示期间不计">
      <CountField name={['body', 'districtReview', 'workingDays']} label="区级审核" unit="天" />
      {CLOCKS.map(([clock, label]) => (
        <CountField key={clock} name={['body', 'clocks', clock]} label={label} unit="天" />
      ))}
    </FormSection>
  );
}

export function NoticeSection(): ReactElement {
  return (
    <FormSection title="公示" extra="工作日，不公示的填 0">
      <CountField name={['body', 'notice', 'grassrootsDays']} label="基层公示" unit="天" />
      <CountField name={['body', 'notice', 'districtDays']} label="区级公示" unit="天" />
      <YesNoField
        name={['body', 'notice', 'isAfterPaymentForEmergency']}
        label="紧急救助先发放、后公示"
      />
    </FormSection>
  );
}
