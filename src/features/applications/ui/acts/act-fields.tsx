import { Checkbox, Input, Radio } from 'antd';
import type { ReactElement } from 'react';

import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import type { FieldProps } from '#ui/form/field.tsx';

import type { ApplicationDetail } from '../../rules/application-views.ts';

interface SupplementFieldsProps {
  readonly application: ApplicationDetail;
}

/** 补正: all that is missing, named once. */
export function SupplementFields({ application }: SupplementFieldsProps): ReactElement {
  const options = application.papers.map(({ paper, name, files }) => ({
    value: paper,
    label: files.length === 0 ? `${name}（未交）` : name,
  }));
  return (
    <>
      <Field name={['supplement', 'papers']} label="需要补正的材料" isWide>
        <Checkbox.Group className="box-list" options={options} />
      </Field>
      <Field
        name={['supplement', 'note']}
        label="补正说明"
        isWide
        hint="材料以外还要说明的，写在这里"
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </>
  );
}

/** 入户核查 */
export function VisitFields(): ReactElement {
  return (
    <>
      <PastDay name={['visit', 'visitedOn']} label="入户日期" />
      <Field name={['visit', 'visitors']} label="入户人员" hint="两人以上，姓名之间用顿号隔开">
        <Input maxLength={100} />
      </Field>
      <Field name={['visit', 'findings']} label="核查情况" isWide>
        <Input.TextArea rows={3} maxLength={2000} />
      </Field>
      <TwoAnswers
        name={['visit', 'isAsDescribed']}
        label="与申请所述是否一致"
        yes="一致"
        no="不一致"
      />
    </>
  );
}

/** 经济状况核对 */
export function CheckFields(): ReactElement {
  return (
    <>
      <PastDay name={['check', 'answeredOn']} label="答复日期" />
      <Field
        name={['check', 'office']}
        label="核对单位"
        hint="例如：区民政局居民家庭经济状况核对中心"
      >
        <Input maxLength={100} />
      </Field>
      <Field name={['check', 'result']} label="核对结果" isWide>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
      <TwoAnswers name={['check', 'isConfirmed']} label="与申报是否相符" yes="相符" no="不相符" />
    </>
  );
}

function PastDay(field: Pick<FieldProps, 'name' | 'label'>): ReactElement {
  return (
    <Field {...field} hint="不晚于今天">
      <DateInput latest={chinaToday()} />
    </Field>
  );
}

interface TwoAnswersProps extends Omit<FieldProps, 'children'> {
  readonly yes: string;
  readonly no: string;
}

export function TwoAnswers({ yes, no, ...field }: TwoAnswersProps): ReactElement {
  const options = [
    { value: true, label: yes },
    { value: false, label: no },
  ];
  return (
    <Field {...field} isWide>
      <Radio.Group options={options} aria-label={field.label} />
    </Field>
  );
}
