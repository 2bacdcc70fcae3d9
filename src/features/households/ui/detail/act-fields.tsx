import { Input } from 'antd';
import type { ReactElement } from 'react';

import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';

import type { HouseholdDetail } from '../../rules/household-views.ts';
import type { UnionControl } from '../union-control.ts';

export interface ActDialogProps {
  readonly household: HouseholdDetail;
  readonly onClose: () => void;
  readonly UnionInput: UnionControl;
}

export function ReasonField({ label = '理由' }: { readonly label?: string }): ReactElement {
  return (
    <Field name="reason" label={label} isWide hint="至少 4 个字，记入档案沿革和审计日志">
      <Input.TextArea rows={2} maxLength={500} />
    </Field>
  );
}

export function DocumentField(): ReactElement {
  return (
    <Field name="document" label="依据材料" isWide hint="文号、证明或记录的名称，可不填">
      <Input maxLength={200} />
    </Field>
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
}

export function DayField({ name, label }: DayFieldProps): ReactElement {
  return (
    <Field name={name} label={label} hint="不晚于今天">
      <DateInput latest={chinaToday()} />
    </Field>
  );
}
