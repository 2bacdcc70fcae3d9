import type { FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';

import type { DraftStore } from './draft-store.ts';
import type { FormValues } from './form-values.ts';

const PAUSE_MS = 500;

export interface FormDraft {
  /** When the restored draft was saved; undefined when there was none. */
  readonly restoredFrom: Date | undefined;
  /** Saves once the typing pauses. */
  readonly keep: () => void;
  /** Forgets the draft, now that it was sent or given up. */
  readonly drop: () => void;
}

export interface DraftHandling {
  /** Completes what was kept, e.g. by what a draft never holds. */
  readonly mend?: ((kept: FormValues) => FormValues) | undefined;
  readonly onRestored: () => void;
}

/** Puts an earlier draft back into the form and keeps what is typed from now on. */
export function useDraft(
  form: FormInstance<FormValues>,
  store: DraftStore | undefined,
  { mend, onRestored }: DraftHandling,
): FormDraft {
  const [draft, setDraft] = useState(() => store?.find(new Date()));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isPending = useRef(false);
  const saveNow = useRef<() => void>(() => undefined);
  saveNow.current = () => {
    clearTimeout(timer.current);
    if (isPending.current) store?.save(form.getFieldsValue(true), new Date());
    isPending.current = false;
  };
  useEffect(() => {
    if (draft === undefined) return;
    form.setFieldsValue(mend?.(draft.values) ?? draft.values);
    onRestored();
    // Once, when the form appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEffect(() => () => saveNow.current(), []);
  return {
    restoredFrom: draft?.savedAt,
    keep: () => {
      isPending.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => saveNow.current(), PAUSE_MS);
    },
    drop: () => {
      clearTimeout(timer.current);
      isPending.current = false;
      store?.clear();
      setDraft(undefined);
    },
  };
}
