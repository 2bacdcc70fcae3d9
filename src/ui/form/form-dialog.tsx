import { Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import { SubmitForm } from './submit-form.tsx';
import type { SubmitFormProps } from './submit-form.tsx';

export interface FormDialogProps<Output, Reply> extends Omit<
  SubmitFormProps<Output, Reply>,
  'onCancel' | 'isGuarded'
> {
  readonly title: string;
  readonly isOpen: boolean;
  /** What will happen, above the fields. */
  readonly lead?: ReactNode;
  readonly onClose: () => void;
}

/** A short form in a dialog; it closes once the server has taken it, and starts empty again. */
export function FormDialog<Output, Reply>(props: FormDialogProps<Output, Reply>): ReactElement {
  const { title, isOpen, lead, onClose, onDone, ...form } = props;
  return (
    <Modal
      title={title}
      open={isOpen}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      closable={{ 'aria-label': '关闭' }}
    >
      {lead === undefined ? null : <p className="dialog-lead">{lead}</p>}
      <SubmitForm
        {...form}
        isGuarded={false}
        onCancel={onClose}
        onDone={(reply) => {
          onClose();
          onDone?.(reply);
        }}
      />
    </Modal>
  );
}
