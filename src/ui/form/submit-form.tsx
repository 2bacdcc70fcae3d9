import { Alert, Button, Form } from 'antd';
import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { z } from 'zod';

import type { DescribeCode } from '#core/issue-text.ts';

import { FormContext } from './form-context.ts';
import type { FormValues } from './form-values.ts';
import { UnsavedGuard } from './unsaved-guard.tsx';
import { useFormState } from './use-form-state.ts';
import type { SubmitInfo } from './use-submit.ts';

export interface SubmitFormProps<Output, Reply> {
  /** Decides stars, checks and what is sent; blanks are left out before. */
  readonly schema: z.ZodType<Output>;
  readonly initialValues?: FormValues;
  /** Sends the values. A `RequestFailure` with field errors is shown at the fields. */
  readonly onSubmit: (values: Output, info: SubmitInfo) => Promise<Reply>;
  /** After the form counts as saved: go elsewhere, tell the success. */
  readonly onDone?: (reply: Reply) => void;
  readonly submitText?: string;
  readonly onCancel?: (() => void) | undefined;
  /** Keeps a draft under this key; name the account, the record and its version in it. */
  readonly draftKey?: string | undefined;
  /** Completes a draft that is put back, e.g. by what is not kept (`isKept={false}`). */
  readonly mendDraft?: ((kept: FormValues) => FormValues) | undefined;
  /** What a draft does not hold, told when one is put back. */
  readonly draftNote?: string;
  /** `session` (the default) ends with the browser tab, `local` outlives it. */
  readonly draftIn?: 'session' | 'local';
  /** Sentences for codes that the schema gives as messages. */
  readonly describeCode?: DescribeCode;
  /** False for small forms, such as a sign-in, whose loss hurts nobody. */
  readonly isGuarded?: boolean;
  /** Starts the form again after a success, for forms that stay open. */
  readonly isResetAfter?: boolean;
  /** `Field`s, mostly in `FormSection`s. */
  readonly children: ReactNode;
}

/** A form checked by a schema, kept as a draft and sent once. */
export function SubmitForm<Output, Reply>(props: SubmitFormProps<Output, Reply>): ReactElement {
  const { initialValues = {}, draftKey, isGuarded = true, children } = props;
  const formId = useId();
  const [form] = Form.useForm<FormValues>();
  const state = useFormState(props, form, formId);
  return (
    <FormContext.Provider value={state.context}>
      <Form<FormValues>
        form={form}
        name={formId}
        layout="vertical"
        className="submit-form"
        initialValues={initialValues}
        onValuesChange={state.onChange}
        onFinish={() => void state.submit()}
        scrollToFirstError={{ focus: true, block: 'center' }}
        noValidate
      >
        <DraftNotice
          restoredFrom={state.restoredFrom}
          note={props.draftNote}
          onDiscard={state.discardDraft}
        />
        {children}
        <FormErrors texts={state.errors} />
        <SubmitBar {...props} isBusy={state.isBusy} />
      </Form>
      {isGuarded ? (
        <UnsavedGuard hasChanges={state.hasChanges} isKept={draftKey !== undefined} />
      ) : null}
    </FormContext.Provider>
  );
}

interface DraftNoticeProps {
  readonly restoredFrom: Date | undefined;
  readonly note: string | undefined;
  readonly onDiscard: () => void;
}

function DraftNotice(props: DraftNoticeProps): ReactElement | null {
  const { restoredFrom, note, onDiscard } = props;
  const [isClosed, setClosed] = useState(false);
  if (restoredFrom === undefined || isClosed) return null;
  const when = restoredFrom.toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Alert
      type="info"
      showIcon
      className="form-notice"
      title={`已恢复 ${when} 未提交的草稿。`}
      description={note}
      closable={{ onClose: () => setClosed(true), 'aria-label': '关闭提示' }}
      action={
        <Button size="small" onClick={onDiscard}>
          放弃草稿
        </Button>
      }
    />
  );
}

function FormErrors({ texts }: { readonly texts: readonly string[] }): ReactElement | null {
  if (texts.length === 0) return null;
  return (
    <div role="alert" className="form-notice">
      <Alert
        type="error"
        showIcon
        title={texts[0]}
        description={
          texts.length === 1 ? undefined : (
            <ul>
              {texts.slice(1).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )
        }
      />
    </div>
  );
}

interface SubmitBarProps {
  readonly submitText?: string;
  readonly onCancel?: (() => void) | undefined;
  readonly isBusy: boolean;
}

function SubmitBar({ submitText = '提交', onCancel, isBusy }: SubmitBarProps): ReactElement {
  return (
    <div className="submit-bar">
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {submitText}
      </Button>
      {onCancel === undefined ? null : (
        <Button onClick={onCancel} disabled={isBusy}>
          取消
        </Button>
      )}
    </div>
  );
}
