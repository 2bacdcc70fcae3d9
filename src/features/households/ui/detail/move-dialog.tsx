import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { HOUSEHOLD_ROUTES } from '../../contract.ts';
import { HouseholdMove } from '../../rules/household-inputs.ts';
import { useTakeHousehold } from '../household-queries.ts';
import { DayField, DocumentField, ReasonField } from './act-fields.tsx';
import type { ActDialogProps } from './act-fields.tsx';

/** 转移: the whole file goes to another union. */
export function MoveDialog({ household, onClose, UnionInput }: ActDialogProps): ReactElement {
  const takeHousehold = useTakeHousehold();
  const { id, version, unionName } = household;
  return (
    <FormDialog
      title="转移到其他工会"
      lead={`档案现属${unionName}。转移后，全部内容和沿革由新的工会管理，两边的经办人都会收到消息。有未办结的救助申请时不能转移。`}
      isOpen
      onClose={onClose}
      schema={HouseholdMove}
      initialValues={{ version, movedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(HOUSEHOLD_ROUTES.move, { params: { id }, body, idempotencyKey })
      }
      onDone={takeHousehold}
      submitText="转移"
    >
      <Field name="unionId" label="转入工会">
        <UnionInput />
      </Field>
      <DayField name="movedOn" label="转移日期" />
      <ReasonField />
      <DocumentField />
    </FormDialog>
  );
}
