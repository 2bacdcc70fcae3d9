import { useNavigate } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import type { ReactElement } from 'react';

import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';
import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { UNION_ROUTES } from '../contract.ts';
import { listLevelsBelow } from '../rules/level-order.ts';
import { NewUnion } from '../rules/union-inputs.ts';
import { DocumentField, ReasonField, UnionFactFields } from './union-fields.tsx';
import { UnionPicker } from './union-picker.tsx';
import { useTakeUnion } from './union-queries.ts';

interface NewUnionDialogProps {
  readonly parentId: number | undefined;
  /** Of the parent, where it is known: only levels that may stand below it are offered. */
  readonly parentLevel?: UnionLevel;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** 新建工会, mostly below the union one looks at. */
export function NewUnionDialog(props: NewUnionDialogProps): ReactElement {
  const { parentId, parentLevel, isOpen, onClose } = props;
  const navigate = useNavigate();
  const takeUnion = useTakeUnion();
  const levels = parentLevel === undefined ? UNION_LEVELS.slice(1) : listLevelsBelow(parentLevel);
  return (
    <FormDialog
      title={parentLevel === undefined ? '新建工会' : '新建下级工会'}
      isOpen={isOpen}
      onClose={onClose}
      schema={NewUnion}
      initialValues={{ parentId, ...(levels.length === 1 ? { level: levels[0] } : {}) }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(UNION_ROUTES.create, { body, idempotencyKey })
      }
      onDone={(union) => {
        takeUnion(union);
        void navigate({ to: '/unions/$id', params: { id: String(union.id) } });
      }}
      submitText="新建"
    >
      <NewUnionFields levels={levels} />
    </FormDialog>
  );
}

function NewUnionFields({ levels }: { readonly levels: readonly UnionLevel[] }): ReactElement {
  return (
    <div className="form-grid">
      <Field name="parentId" label="上级工会" isWide>
        <UnionPicker />
      </Field>
      <Field name="name" label="名称" isWide>
        <Input maxLength={100} />
      </Field>
      <Field name="code" label="工会编码" hint="字母、数字和连接号，不可重复">
        <Input maxLength={40} />
      </Field>
      <Field name="level" label="层级">
        <Select
          options={levels.map((level) => ({ value: level, label: UNION_LEVEL_NAMES[level] }))}
          placeholder="请选择"
        />
      </Field>
      <UnionFactFields />
      <ReasonField />
      <DocumentField />
    </div>
  );
}
