import { useNavigate } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { z } from 'zod';

import { callRoute } from '#ui/call-route.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { POLICY_ROUTES } from '../contract.ts';
import { NewPolicy } from '../rules/policy-inputs.ts';
import type { PolicySummary } from '../rules/policy-views.ts';
import { useTakePolicy } from './policy-queries.ts';

interface NewPolicyDialogProps {
  readonly policies: readonly PolicySummary[];
  readonly basedOnId: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A field left empty reaches the schema as nothing at all. */
const NewPolicyValues = z.preprocess(
  (values) => ({ validTo: null, ...z.looseObject({}).parse(values) }),
  NewPolicy,
);

export function NewPolicyDialog(props: NewPolicyDialogProps): ReactElement {
  const { policies, basedOnId, isOpen, onClose } = props;
  const navigate = useNavigate();
  const takePolicy = useTakePolicy();
  return (
    <FormDialog
      title="新建草稿"
      lead="以已有版本为底稿，规则和用例一并复制，再逐项修改。草稿在启用前不影响办理。"
      isOpen={isOpen}
      onClose={onClose}
      schema={NewPolicyValues}
      initialValues={{ basedOnId }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(POLICY_ROUTES.create, { body, idempotencyKey })
      }
      onDone={(policy) => {
        takePolicy(policy);
        void navigate({ to: '/policies/$id', params: { id: String(policy.id) } });
      }}
      submitText="新建"
    >
      <Field name="basedOnId" label="底稿" isWide>
        <Select<number>
          className="query-select"
          options={policies.map(({ id, title, code }) => ({
            value: id,
            label: `${title}（${code}）`,
          }))}
        />
      </Field>
      <HeadFields />
    </FormDialog>
  );
}

function HeadFields(): ReactElement {
  return (
    <>
      <Field name="title" label="名称" isWide hint="写明年份或修订，便于区分">
        <Input maxLength={100} />
      </Field>
      <Field name="validFrom" label="生效日期">
        <DateInput />
      </Field>
      <Field name="validTo" label="失效日期" hint="长期有效的不填">
        <DateInput />
      </Field>
      <Field name="note" label="修改说明" isWide hint="改什么、为什么，可不填">
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </>
  );
}
