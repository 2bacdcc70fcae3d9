import { Form } from 'antd';
import { useContext, useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { useFormContext } from './form-context.ts';
import type { FormContextValue } from './form-context.ts';
import { fieldPath } from './form-values.ts';
import type { FieldName } from './form-values.ts';
import { RowContext } from './row-context.ts';

export interface FieldProps {
  /** Inside `FieldRows`, from the row on. */
  readonly name: FieldName;
  readonly label: string;
  /** Behind the control: 元, 天, 人 … */
  readonly unit?: string;
  readonly hint?: ReactNode;
  /** Takes the whole width of its section. */
  readonly isWide?: boolean;
  /** Where the schema alone does not tell, e.g. a rule across fields. */
  readonly isRequired?: boolean;
  /** False keeps it out of the draft: passwords, and what must not stay on a shared computer. */
  readonly isKept?: boolean;
  /** `checked` for a switch or a single check box. */
  readonly valueProp?: 'value' | 'checked';
  /** One control that takes `value` and `onChange`. */
  readonly children: ReactElement;
}

/** A labelled control of a form; star, check and error come from the form's schema. */
export function Field(props: FieldProps): ReactElement {
  const { label, unit, hint, isWide = false, valueProp = 'value', children } = props;
  const { formId, findErrors, isRequired, path, name } = useField(props);
  return (
    <Form.Item
      label={label}
      htmlFor={`${formId}_${path.replaceAll('.', '_')}`}
      required={props.isRequired ?? isRequired(path)}
      extra={hint}
      className={isWide ? 'field is-wide' : 'field'}
    >
      <div className={unit === undefined ? '' : 'field-with-unit'}>
        <Form.Item
          noStyle
          name={name}
          label={label}
          valuePropName={valueProp}
          validateTrigger="onBlur"
          rules={[
            {
              required: false,
              validator: () => {
                const text = findErrors().get(path);
                return text === undefined ? Promise.resolve() : Promise.reject(new Error(text));
              },
            },
          ]}
        >
          {children}
        </Form.Item>
        {unit === undefined ? null : <span className="field-unit">{unit}</span>}
      </div>
    </Form.Item>
  );
}

interface OwnField extends FormContextValue {
  /** Dotted, from the whole form. */
  readonly path: string;
  /** As Ant Design asks for it: inside a list from the list on. */
  readonly name: (string | number)[];
}

function useField({ name, isKept = true }: FieldProps): OwnField {
  const context = useFormContext();
  const row = useContext(RowContext);
  const { addField } = context;
  const own = typeof name === 'string' ? [name] : [...name];
  const path = fieldPath(row === undefined ? own : [...row.list, row.index, ...own]);
  // By path: a name given as a list is a new one at each drawing.
  useEffect(() => addField({ name: path, isKept }), [addField, path, isKept]);
  return { ...context, path, name: row === undefined ? own : [row.index, ...own] };
}
