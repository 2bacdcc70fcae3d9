import { Input, Select } from 'antd';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { POLICY_ROUTES } from '../../contract.ts';
import { Forwarding, Receipt } from '../../rules/policy-inputs.ts';
import type { ForwardingList, ForwardingView } from '../../rules/policy-views.ts';
import { useTakeForwardings } from '../policy-queries.ts';

interface ForwardDialogProps {
  readonly policyId: number;
  readonly list: ForwardingList;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All that have not had it are chosen to begin with. */
export function ForwardDialog(props: ForwardDialogProps): ReactElement {
  const { policyId, list, isOpen, onClose } = props;
  const take = useTakeForwardings(policyId);
  return (
    <FormDialog
      title="转发"
      lead="所选工会的经办人会在“消息”中收到提醒，打开本页签收。"
      isOpen={isOpen}
      onClose={onClose}
      schema={Forwarding}
      initialValues={{ unionIds: list.candidates.map(({ unionId }) => unionId) }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(POLICY_ROUTES.forward, { params: { id: policyId }, body, idempotencyKey })
      }
      onDone={take}
      submitText="转发"
    >
      <Field name="unionIds" label="接收工会" isWide>
        <Select<number[]>
          mode="multiple"
          className="query-select"
          maxTagCount={12}
          options={list.candidates.map(({ unionId, unionName }) => ({
            value: unionId,
            label: unionName,
          }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Field>
      <Field name="dueOn" label="签收期限">
        <DateInput earliest={chinaToday()} />
      </Field>
    </FormDialog>
  );
}

interface ReceiptDialogProps {
  readonly policyId: number;
  readonly forwarding: ForwardingView | undefined;
  readonly onClose: () => void;
}

export function ReceiptDialog(props: ReceiptDialogProps): ReactElement {
  const { policyId, forwarding, onClose } = props;
  const take = useTakeForwardings(policyId);
  return (
    <FormDialog
      title={`签收：${forwarding?.unionName ?? ''}`}
      lead="写明怎样收到、怎样传达，例如会议日期或转发文号。"
      isOpen={forwarding !== undefined}
      onClose={onClose}
      schema={Receipt}
      initialValues={{ unionId: forwarding?.unionId, receivedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(POLICY_ROUTES.acknowledge, { params: { id: policyId }, body, idempotencyKey })
      }
      onDone={take}
      submitText="签收"
    >
      <Field name="receivedOn" label="签收日期">
        <DateInput latest={chinaToday()} />
      </Field>
      <Field name="evidence" label="收到和传达情况" isWide hint="至少 4 个字">
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </FormDialog>
  );
}
