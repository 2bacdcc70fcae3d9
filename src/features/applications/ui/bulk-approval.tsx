import { CheckOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { fen, sumFen, toCapitalYuan } from '#core/money.ts';
import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { APPLICATION_ROUTES } from '../contract.ts';
import { BulkApproval as BulkInput } from '../rules/application-inputs.ts';
import type { ApplicationRow, BulkResult } from '../rules/application-views.ts';
import { FundField } from './fund-field.tsx';
import { currentAmount, yuanText } from './labels.ts';
import { ApplicationLink, ReasonList } from './words.tsx';

interface BulkApprovalProps {
  /** Those that wait for no approval are passed over. */
  readonly rows: readonly ApplicationRow[];
  readonly onDone: () => void;
}

/** 批量审批: all of the chosen are approved, or none and one list tells why. */
export function BulkApproval({ rows: chosen, onDone }: BulkApprovalProps): ReactElement {
  const rows = chosen.filter(({ state }) => state === 'district_approval');
  const [isOpen, setOpen] = useState(false);
  const [result, setResult] = useState<BulkResult>();
  return (
    <>
      <Button
        icon={<CheckOutlined aria-hidden />}
        disabled={rows.length === 0}
        title={rows.length === 0 ? '请先在列表中选择处于区级审批的申请' : ''}
        onClick={() => setOpen(true)}
      >
        {rows.length === 0 ? '批量审批' : `批量审批（${rows.length}）`}
      </Button>
      {isOpen ? (
        <BulkDialog
          rows={rows}
          onClose={() => setOpen(false)}
          onResult={(next) => {
            setResult(next);
            if (next.refusals.length === 0) onDone();
          }}
        />
      ) : null}
      <ResultDialog result={result} onClose={() => setResult(undefined)} />
    </>
  );
}

interface BulkDialogProps {
  readonly rows: readonly ApplicationRow[];
  readonly onClose: () => void;
  readonly onResult: (result: BulkResult) => void;
}

const Opinion = BulkInput.pick({ opinion: true, sourceId: true });

function BulkDialog({ rows, onClose, onResult }: BulkDialogProps): ReactElement {
  const client = useQueryClient();
  const total = sumFen(rows.map((row) => fen(currentAmount(row)?.fen ?? 0)));
  return (
    <FormDialog
      title="批量审批"
      lead={`将通过所选的 ${rows.length} 份申请，合计 ${yuanText(total)}（${toCapitalYuan(total)}），各按拟定的金额批准。有一份不能通过的，全部不动，并一次列出原因。`}
      isOpen
      onClose={onClose}
      schema={Opinion}
      onSubmit={({ opinion, sourceId }, { idempotencyKey }) => {
        const items = rows.map(({ id, version, proposedFen }) => ({
          id,
          version,
          amountFen: proposedFen,
        }));
        return callRoute(APPLICATION_ROUTES.approveMany, {
          body: { opinion, sourceId, items },
          idempotencyKey,
        });
      }}
      onDone={(result) => {
        void client.invalidateQueries({ queryKey: ['applications'] });
        onResult(result);
      }}
      submitText="全部通过"
    >
      <FundField unionId={rows[0]?.unionId ?? 0} />
      <Field name="opinion" label="审批意见" isWide>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </FormDialog>
  );
}

interface ResultDialogProps {
  readonly result: BulkResult | undefined;
  readonly onClose: () => void;
}

function ResultDialog({ result, onClose }: ResultDialogProps): ReactElement {
  const refusals = result?.refusals ?? [];
  return (
    <Modal
      title="批量审批结果"
      open={result !== undefined}
      onCancel={onClose}
      onOk={onClose}
      okText="知道了"
      cancelButtonProps={{ hidden: true }}
      destroyOnHidden
      closable={{ 'aria-label': '关闭' }}
    >
      {refusals.length === 0 ? (
        <Alert type="success" showIcon title={`已通过 ${result?.approvedCount ?? 0} 份申请。`} />
      ) : (
        <>
          <Alert
            type="warning"
            showIcon
            title={`有 ${refusals.length} 份不能通过，所选的申请全部未动。`}
          />
          <ul className="refusals">
            {refusals.map((refusal) => (
              <li key={refusal.id}>
                <ApplicationLink application={refusal} /> {refusal.applicantName}
                <ReasonList reasons={refusal.reasons} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
