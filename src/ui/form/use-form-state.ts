import type { FormInstance } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { RequestFailure, failureText } from '../request-failure.ts';
import { draftStore } from './draft-store.ts';
import type { FormContextValue, FormField } from './form-context.ts';
import { checkValues, fieldPath, isRequiredAt } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import type { SubmitFormProps } from './submit-form.tsx';
import { useDraft } from './use-draft.ts';
import { useSubmit } from './use-submit.ts';

export interface FormState {
  readonly context: FormContextValue;
  readonly isBusy: boolean;
  /** What concerns no single field. */
  readonly errors: readonly string[];
  readonly restoredFrom: Date | undefined;
  readonly hasChanges: () => boolean;
  readonly onChange: () => void;
  readonly submit: () => Promise<void>;
  readonly discardDraft: () => void;
}

/** The workings of `SubmitForm`. */
export function useFormState<Output, Reply>(
  props: SubmitFormProps<Output, Reply>,
  form: FormInstance<FormValues>,
  formId: string,
): FormState {
  const fields = useRef(new Map<string, FormField>());
  const isChanged = useRef(false);
  const context = useFormParts(props, form, formId, fields);
  const store = useStore(props, fields);
  const draft = useDraft(form, store, {
    mend: props.mendDraft,
    onRestored: () => (isChanged.current = true),
  });
  const sending = useSending(props, form, fields, () => {
    isChanged.current = false;
    draft.drop();
  });
  return {
    context,
    ...sending,
    restoredFrom: draft.restoredFrom,
    hasChanges: () => isChanged.current,
    onChange: () => {
      isChanged.current = true;
      draft.keep();
      recheckFaulty(form);
    },
    discardDraft: () => {
      form.resetFields();
      isChanged.current = false;
      draft.drop();
    },
  };
}

function useSending<Output, Reply>(
  props: SubmitFormProps<Output, Reply>,
  form: FormInstance<FormValues>,
  fields: Fields,
  onSent: () => void,
): Pick<FormState, 'isBusy' | 'errors' | 'submit'> {
  const { schema, describeCode, onSubmit, onDone, isResetAfter = false } = props;
  const [errors, setErrors] = useState<readonly string[]>([]);
  const { isBusy, run } = useSubmit<Output>(async (output, info) => {
    const reply = await onSubmit(output, info);
    onSent();
    if (isResetAfter) form.resetFields();
    onDone?.(reply);
  });
  async function submit(): Promise<void> {
    const checked = checkValues(schema, form.getFieldsValue(true), describeCode);
    setErrors([...checked.errors.values()]);
    if (checked.output === undefined) return;
    await run(checked.output).catch((error: unknown) =>
      setErrors(showFailure(error, form, fields)),
    );
  }
  return { isBusy, errors, submit };
}

type Fields = RefObject<Map<string, FormField>>;

function useFormParts<Output, Reply>(
  { schema, describeCode }: SubmitFormProps<Output, Reply>,
  form: FormInstance<FormValues>,
  formId: string,
  fields: Fields,
): FormContextValue {
  const addField = useCallback(
    (field: FormField) => {
      const path = fieldPath(field.name);
      fields.current.set(path, field);
      // What must not be kept is not kept either once its field is gone.
      return () => {
        if (field.isKept) fields.current.delete(path);
      };
    },
    [fields],
  );
  return useMemo(
    () => ({
      formId,
      findErrors: () => checkValues(schema, form.getFieldsValue(true), describeCode).errors,
      isRequired: (name) => isRequiredAt(schema, name),
      addField,
    }),
    [formId, schema, describeCode, form, addField],
  );
}

function useStore<Output, Reply>(
  { draftKey, draftIn = 'session' }: SubmitFormProps<Output, Reply>,
  fields: Fields,
): ReturnType<typeof draftStore> | undefined {
  return useMemo(() => {
    if (draftKey === undefined) return undefined;
    const storage = draftIn === 'local' ? window.localStorage : window.sessionStorage;
    return draftStore(storage, draftKey, () =>
      [...fields.current.values()].filter(({ isKept }) => !isKept).map(({ name }) => name),
    );
  }, [draftKey, draftIn, fields]);
}

/** A fault goes away as it is mended, not only when the field is left. */
function recheckFaulty(form: FormInstance<FormValues>): void {
  const faulty = form.getFieldsError().filter(({ errors }) => errors.length > 0);
  if (faulty.length === 0) return;
  void form.validateFields(faulty.map(({ name }) => name)).catch(() => undefined);
}

/** Puts the server's errors at their fields; returns what is left for the form as a whole. */
function showFailure(error: unknown, form: FormInstance<FormValues>, fields: Fields): string[] {
  const faults = error instanceof RequestFailure ? error.errors : [];
  const known = faults.filter(({ path }) => fields.current.has(path));
  form.setFields(known.map(({ path, message }) => ({ name: toName(path), errors: [message] })));
  const first = known[0];
  if (first !== undefined) {
    form.scrollToField(toName(first.path), { focus: true, block: 'center' });
  }
  const rest = faults.filter(({ path }) => !fields.current.has(path)).map(({ message }) => message);
  return [failureText(error), ...rest];
}

/** `contacts.0.phone` as the form names it. */
function toName(path: string): (string | number)[] {
  return path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
