import { Input } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { addDays, day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { ACCOUNT_ROUTES } from '../contract.ts';
import { ROLE_NAMES } from '../messages.ts';
import { RoleEnd } from '../rules/account-inputs.ts';
import type { AccountDetail, RoleOfAccount } from '../rules/account-view.ts';
import { useTakeAccount } from './account-queries.ts';
import { describeTerm } from './labels.ts';

interface RoleEndDialogProps {
  readonly account: AccountDetail;
  /** Open while there is one. */
  readonly role: RoleOfAccount | undefined;
  readonly onClose: () => void;
}

export function RoleEndDialog({ account, role, onClose }: RoleEndDialogProps): ReactElement | null {
  // What it says stays while the dialog fades away.
  const [last, setLast] = useState(role);
  if (role !== undefined && role !== last) setLast(role);
  const takeAccount = useTakeAccount();
  if (last === undefined) return null;
  const earliest = earliestEnd(last);
  return (
    <FormDialog
      title={`终止角色：${ROLE_NAMES[last.role]}`}
      lead={`${account.displayName} · ${last.unionName} · ${describeTerm(last)}`}
      isOpen={role !== undefined}
      onClose={onClose}
      schema={RoleEnd}
      initialValues={{ lastDay: earliest }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(ACCOUNT_ROUTES.endRole, {
          params: { id: account.id, roleId: last.id },
          body,
          idempotencyKey,
        })
      }
      onDone={takeAccount}
      submitText="终止"
    >
      <Field name="lastDay" label="最后一天" hint={`填${earliest}为即刻收回`}>
        <DateInput
          earliest={earliest}
          {...(last.validTo === null ? {} : { latest: day(last.validTo) })}
        />
      </Field>
      <Field name="reason" label="事由" hint="记入审计日志">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Field>
    </FormDialog>
  );
}

/** Yesterday, or the day before the first one of a role that has not begun: it is taken back. */
function earliestEnd({ validFrom }: RoleOfAccount): PlainDate {
  const yesterday = addDays(chinaToday(), -1);
  const before = addDays(day(validFrom), -1);
  return before > yesterday ? before : yesterday;
}
