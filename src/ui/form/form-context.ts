import { createContext, useContext } from 'react';

import type { FieldName } from './form-values.ts';

export interface FormField {
  readonly name: FieldName;
  readonly isKept: boolean;
}

/** What a field needs to know of the form around it. */
export interface FormContextValue {
  readonly formId: string;
  /** The first sentence of each fault as the form stands, by dotted path. */
  readonly findErrors: () => ReadonlyMap<string, string>;
  readonly isRequired: (name: FieldName) => boolean;
  /** @returns how to take the field off again */
  readonly addField: (field: FormField) => () => void;
}

export const FormContext = createContext<FormContextValue | undefined>(undefined);

/** @throws Error outside a form. */
export function useFormContext(): FormContextValue {
  const context = useContext(FormContext);
  if (context === undefined) throw new Error('a Field stands outside a SubmitForm');
  return context;
}
