import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { UNION_ROUTES } from '../contract.ts';
import { UnionClosure, UnionMove, UnionReopening } from '../rules/union-inputs.ts';
import type { UnionDialogProps } from './edit-union-dialog.tsx';
import { DocumentField, ReasonField } from './union-fields.tsx';
import { UnionPicker } from './union-picker.tsx';
import { useTakeUnion } from './union-queries.ts';

/** 调整隶属 */
export function MoveUnionDialog({ union, isOpen, onClose }: UnionDialogProps): ReactElement {
  const takeUnion = useTakeUnion();
  const { id, version, parentName, subtree } = union;
  return (
    <FormDialog
      title="调整隶属"
      lead={`${union.name}现隶属于${parentName ?? '（无上级）'}。连同其下级共 ${subtree.unionCount} 个工会一并调整，原隶属记入沿革；今后由新的上级查看和管理。`}
      isOpen={isOpen}
      onClose={onClose}
      schema={UnionMove}
      initialValues={{ version, from: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(UNION_ROUTES.move, { params: { id }, body, idempotencyKey })
      }
      onDone={takeUnion}
      submitText="调整"
    >
      <Field name="parentId" label="新的上级工会">
        <UnionPicker />
      </Field>
      <Field name="from" label="自何日起" hint="不晚于今天">
        <DateInput latest={chinaToday()} />
      </Field>
      <ReasonField />
      <DocumentField />
    </FormDialog>
  );
}

/** 撤销 */
export function CloseUnionDialog({ union, isOpen, onClose }: UnionDialogProps): ReactElement {
  const takeUnion = useTakeUnion();
  const { id, version } = union;
  return (
    <FormDialog
      title="撤销工会"
      lead={`撤销后，${union.name}不再出现在组织树中，也不能再登记新的事项；已有的记录全部保留。以后可以恢复。`}
      isOpen={isOpen}
      onClose={onClose}
      schema={UnionClosure}
      initialValues={{ version, closedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(UNION_ROUTES.close, { params: { id }, body, idempotencyKey })
      }
      onDone={takeUnion}
      submitText="撤销"
    >
      <Field name="closedOn" label="撤销日期" hint="存续的最后一天，不晚于今天">
        <DateInput latest={chinaToday()} />
      </Field>
      <ReasonField />
    </FormDialog>
  );
}

/** 恢复 */
export function ReopenUnionDialog({ union, isOpen, onClose }: UnionDialogProps): ReactElement {
  const takeUnion = useTakeUnion();
  const { id, version } = union;
  return (
    <FormDialog
      title="恢复工会"
      lead={`${union.name}于 ${union.closedOn ?? ''} 撤销。恢复后重新出现在组织树中。`}
      isOpen={isOpen}
      onClose={onClose}
      schema={UnionReopening}
      initialValues={{ version, from: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(UNION_ROUTES.reopen, { params: { id }, body, idempotencyKey })
      }
      onDone={takeUnion}
      submitText="恢复"
    >
      <Field name="from" label="自何日起" hint="不早于撤销日期，不晚于今天">
        <DateInput latest={chinaToday()} />
      </Field>
      <ReasonField />
    </FormDialog>
  );
}
