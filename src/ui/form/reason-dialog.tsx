import { Alert, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { failureText } from '../request-failure.ts';

export interface ReasonDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** What will happen, above the reason. */
  readonly children?: ReactNode;
  /** What is asked for: 事由 unless said otherwise. */
  readonly label?: string;
  readonly placeholder?: string;
  /** Characters at least; 4 unless said otherwise. */
  readonly minLength?: number;
  readonly confirmText?: string;
  readonly isDanger?: boolean;
  /** Closes the dialog when it resolves; why it rejects is shown in it. */
  readonly onConfirm: (reason: string) => Promise<void> | void;
  readonly onCancel: () => void;
}

const LONGEST_REASON = 200;

/** Asks for the reason of an act that is logged: a reveal, an export, a revocation, a closure. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const { title, isOpen, confirmText = '确定', isDanger = false, onCancel } = props;
  const form = useReason(props);
  return (
    <Modal
      title={title}
      open={isOpen}
      okText={confirmText}
      cancelText="取消"
      okButtonProps={{ danger: isDanger, disabled: !form.isLongEnough }}
      confirmLoading={form.isBusy}
      onOk={() => void form.confirm()}
      onCancel={onCancel}
      afterClose={form.reset}
      mask={{ closable: false }}
      destroyOnHidden
      closable={{ 'aria-label': '关闭' }}
    >
      {props.children}
      <ReasonField {...props} reason={form.reason} onReason={form.setReason} />
      {form.error === undefined ? null : (
        <Alert type="error" showIcon title={failureText(form.error)} role="alert" />
      )}
    </Modal>
  );
}

interface ReasonFieldProps {
  readonly label?: string;
  readonly placeholder?: string;
  readonly minLength?: number;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

function ReasonField(props: ReasonFieldProps): ReactElement {
  const { label = '事由', placeholder, minLength = 4, reason, onReason } = props;
  const id = useId();
  return (
    <div className="reason-field">
      <label htmlFor={id}>
        <span className="required-star" aria-hidden>
          *
        </span>
        {label}
      </label>
      <Input.TextArea
        id={id}
        required
        aria-describedby={`${id}-hint`}
        rows={3}
        maxLength={LONGEST_REASON}
        showCount
        placeholder={placeholder ?? `请填写${label}`}
        value={reason}
        onChange={(event) => onReason(event.target.value)}
      />
      <p id={`${id}-hint`} className="field-hint">{`至少 ${minLength} 个字，将记入审计日志。`}</p>
    </div>
  );
}

interface ReasonForm {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly isLongEnough: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly confirm: () => Promise<void>;
  readonly reset: () => void;
}

function useReason({ minLength = 4, onConfirm, onCancel }: ReasonDialogProps): ReasonForm {
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const text = reason.trim();
  async function confirm(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm(text);
      onCancel();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  }
  return {
    reason,
    setReason,
    isLongEnough: [...text].length >= minLength,
    isBusy,
    error,
    confirm,
    reset: () => {
      setReason('');
      setError(undefined);
    },
  };
}
