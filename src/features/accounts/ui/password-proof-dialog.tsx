import type { ReactElement, ReactNode } from 'react';

import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { PasswordInput } from '#ui/form/password-input.tsx';

import { PasswordProof } from '../rules/account-inputs.ts';

interface PasswordProofDialogProps<Reply> {
  readonly title: string;
  readonly lead: ReactNode;
  readonly confirmText: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (proof: { readonly password: string }) => Promise<Reply>;
  readonly onDone: (reply: Reply) => void;
}

/** Asks for the own password again before something that a left-open screen must not allow. */
export function PasswordProofDialog<Reply>(props: PasswordProofDialogProps<Reply>): ReactElement {
  const { title, lead, confirmText, isOpen, onClose, onConfirm, onDone } = props;
  return (
    <FormDialog
      title={title}
      lead={lead}
      isOpen={isOpen}
      onClose={onClose}
      schema={PasswordProof}
      onSubmit={onConfirm}
      onDone={onDone}
      submitText={confirmText}
    >
      <Field name="password" label="本人密码" isKept={false}>
        <PasswordInput autoComplete="current-password" />
      </Field>
    </FormDialog>
  );
}
