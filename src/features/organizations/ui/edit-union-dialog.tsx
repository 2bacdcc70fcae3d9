import { Checkbox, Input } from 'antd';
import type { ReactElement } from 'react';
import { z } from 'zod';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { UNION_ROUTES } from '../contract.ts';
import { UnionChange } from '../rules/union-inputs.ts';
import type { UnionDetail } from '../rules/union-views.ts';
import { ReasonField, UnionFactFields } from './union-fields.tsx';
import { useTakeUnion } from './union-queries.ts';

export interface UnionDialogProps {
  readonly union: UnionDetail;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A field left empty here is one taken away, except the phone, which is shown masked only. */
const EditedUnion = UnionChange.extend({
  name: UnionChange.shape.name.unwrap(),
  isPhoneRemoved: z.boolean().optional(),
});
const CLEARABLE = ['creditCode', 'regionCode', 'foundedOn', 'contactName'] as const;

export function EditUnionDialog({ union, isOpen, onClose }: UnionDialogProps): ReactElement {
  const takeUnion = useTakeUnion();
  const { id, version, name, creditCode, regionCode, foundedOn, contactName } = union;
  return (
    <FormDialog
      title="编辑工会资料"
      isOpen={isOpen}
      onClose={onClose}
      schema={EditedUnion}
      initialValues={{ version, name, creditCode, regionCode, foundedOn, contactName }}
      onSubmit={(edited, { idempotencyKey }) =>
        callRoute(UNION_ROUTES.update, {
          params: { id },
          body: toChange(edited, union),
          idempotencyKey,
        })
      }
      onDone={takeUnion}
      submitText="保存"
    >
      <div className="form-grid">
        <Field name="name" label="名称" isWide hint="更名记入沿革，须填写理由">
          <Input maxLength={100} />
        </Field>
        <UnionFactFields knownPhone={union.contactPhone} />
        {union.contactPhone === null ? null : (
          <Field name="isPhoneRemoved" label="删除联系电话" valueProp="checked">
            <Checkbox>删除现有号码</Checkbox>
          </Field>
        )}
        <ReasonField hint="更名时必填，至少 4 个字，记入沿革和审计日志" isRequired={false} />
      </div>
    </FormDialog>
  );
}

/** Only what differs: the rest may have been changed by somebody else meanwhile. */
function toChange(
  { isPhoneRemoved = false, contactPhone, ...edited }: z.output<typeof EditedUnion>,
  union: UnionDetail,
): z.input<typeof UnionChange> {
  const cleared = CLEARABLE.filter((key) => edited[key] === undefined && union[key] !== null);
  const same = (['name', ...CLEARABLE] as const).filter((key) => edited[key] === union[key]);
  return {
    ...Object.fromEntries(
      Object.entries(edited).filter(([key]) => !same.some((one) => one === key)),
    ),
    ...Object.fromEntries(cleared.map((key) => [key, null])),
    ...(contactPhone === undefined ? {} : { contactPhone }),
    ...(isPhoneRemoved ? { contactPhone: null } : {}),
    version: edited.version,
  };
}
