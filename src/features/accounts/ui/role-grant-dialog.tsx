import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { ACCOUNT_ROUTES } from '../contract.ts';
import { ROLE_NAMES, UNION_LEVEL_NAMES } from '../messages.ts';
import { RoleGrantBody } from '../rules/account-inputs.ts';
import type { AccountDetail } from '../rules/account-view.ts';
import { ROLES, ROLE_TRAITS } from '../rules/roles.ts';
import type { Role } from '../rules/roles.ts';
import { useTakeAccount } from './account-queries.ts';
import type { UnionInput } from './union-input.ts';

interface RoleGrantDialogProps {
  readonly account: AccountDetail;
  readonly UnionInput: UnionInput;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RoleGrantDialog(props: RoleGrantDialogProps): ReactElement {
  const { account, UnionInput, isOpen, onClose } = props;
  const { id, displayName, unionId } = account;
  const takeAccount = useTakeAccount();
  return (
    <FormDialog
      title={`授予角色：${displayName}`}
      isOpen={isOpen}
      onClose={onClose}
      schema={RoleGrantBody}
      initialValues={{ unionId, validFrom: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(ACCOUNT_ROUTES.grantRole, { params: { id }, body, idempotencyKey })
      }
      onDone={takeAccount}
      submitText="授予"
    >
      <RoleAndUnion UnionInput={UnionInput} />
      <div className="form-grid">
        <Field name="validFrom" label="起始日期">
          <DateInput earliest={chinaToday()} />
        </Field>
        <Field name="validTo" label="截止日期" hint="不填为长期">
          <DateInput earliest={chinaToday()} />
        </Field>
      </div>
      <Field name="reason" label="事由" hint="记入审计日志">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Field>
    </FormDialog>
  );
}

/** The union to choose hangs on the role: each is given at certain levels only. */
function RoleAndUnion({ UnionInput }: Pick<RoleGrantDialogProps, 'UnionInput'>): ReactElement {
  const role: Role | undefined = Form.useWatch('role', Form.useFormInstance());
  const traits = role === undefined ? undefined : ROLE_TRAITS[role];
  const levels = traits?.levels;
  const where = levels?.map((level) => UNION_LEVEL_NAMES[level]).join('、');
  return (
    <>
      <Field
        name="role"
        label="角色"
        hint={traits?.needsSecondFactor === true ? '登录时须使用两步验证' : undefined}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择"
          options={ROLES.map((one) => ({ value: one, label: ROLE_NAMES[one] }))}
        />
      </Field>
      <Field
        name="unionId"
        label="管辖工会（含下级）"
        hint={where === undefined ? undefined : `该角色在${where}授予`}
      >
        <UnionInput levels={levels} />
      </Field>
    </>
  );
}
