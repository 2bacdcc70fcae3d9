import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { POLICY_ROUTES } from '../../contract.ts';
import { PolicyEnd } from '../../rules/policy-inputs.ts';
import { PolicyReasonField } from '../choices.tsx';
import { useTakePolicy } from '../policy-queries.ts';
import type { PolicyDialogProps } from './policy-actions.tsx';

export function EndDialog({ policy, isOpen, onClose }: PolicyDialogProps): ReactElement {
  const takePolicy = useTakePolicy();
  const { id, version } = policy;
  return (
    <FormDialog
      title="提前截止"
      lead="截止日期当天仍然有效，次日起不再用于审批。截止后没有其他版本接续的，将无法审批，请先准备好新版本。"
      isOpen={isOpen}
      onClose={onClose}
      schema={PolicyEnd}
      initialValues={{ version }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(POLICY_ROUTES.end, { params: { id }, body, idempotencyKey })
      }
      onDone={takePolicy}
      submitText="截止"
    >
      <Field name="validTo" label="截止日期" hint="今天或以后">
        <DateInput earliest={chinaToday()} />
      </Field>
      <PolicyReasonField />
    </FormDialog>
  );
}
