import { Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { z } from 'zod';

import { yearOf } from '#core/plain-date.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { UNION_ROUTES } from '../contract.ts';
import { Membership } from '../rules/union-inputs.ts';
import type { UnionDialogProps } from './edit-union-dialog.tsx';
import type { MembershipOfYear } from './membership-panel.tsx';
import { useTakeUnion } from './union-queries.ts';

interface MembershipDialogProps extends UnionDialogProps {
  /** Undefined for a year to be added. */
  readonly edited: MembershipOfYear | undefined;
}

/** What is left empty is sent as unknown. */
const YearForm = Membership.partial({ workerCount: true, source: true }).extend({
  year: z.int().min(1949).max(2200),
});

export function MembershipDialog(props: MembershipDialogProps): ReactElement {
  const { union, edited, isOpen, onClose } = props;
  const takeUnion = useTakeUnion();
  return (
    <FormDialog
      title={edited === undefined ? '登记会员人数' : `修改${edited.year}年人数`}
      isOpen={isOpen}
      onClose={onClose}
      schema={YearForm}
      initialValues={edited ?? { year: yearOf(chinaToday()) - 1 }}
      onSubmit={({ year, memberCount, workerCount = null, source = null }, { idempotencyKey }) =>
        callRoute(UNION_ROUTES.setMembership, {
          params: { id: union.id, year },
          body: { memberCount, workerCount, source },
          idempotencyKey,
        })
      }
      onDone={takeUnion}
      submitText="保存"
    >
      <div className="form-grid">
        <Field name="year" label="年度" unit="年末" isWide>
          <InputNumber min={1949} max={2200} precision={0} disabled={edited !== undefined} />
        </Field>
        <Field name="memberCount" label="会员数" unit="人">
          <InputNumber min={0} precision={0} />
        </Field>
        <Field name="workerCount" label="职工数" unit="人" hint="不清楚时留空">
          <InputNumber min={0} precision={0} />
        </Field>
        <Field name="source" label="数据来源" isWide hint="例如：年报、工会统计调查">
          <Input maxLength={100} />
        </Field>
      </div>
    </FormDialog>
  );
}
