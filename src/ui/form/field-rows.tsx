import { Form } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import { RowContext } from './row-context.ts';

export interface FieldRow {
  /** Place among the values, from 0. */
  readonly index: number;
  readonly remove: () => void;
}

export interface FieldRowsProps {
  /** Where the list lies among the values. */
  readonly name: readonly string[];
  /** Rows before this one are drawn elsewhere. */
  readonly from?: number;
  /** `Field`s named from the row on: `phone`, not `['contacts', 0, 'phone']`. */
  readonly children: (row: FieldRow) => ReactNode;
  /** Below the rows, e.g. a button that adds one with its first values. */
  readonly footer: (add: (values: object) => void, count: number) => ReactNode;
}

/** Rows of fields that a person adds and removes. */
export function FieldRows({ name, from = 0, children, footer }: FieldRowsProps): ReactElement {
  return (
    <Form.List name={[...name]}>
      {(rows, { add, remove }) => (
        <>
          {rows.slice(from).map(({ key, name: index }) => (
            <RowContext.Provider key={key} value={{ list: name, index }}>
              {children({ index, remove: () => remove(index) })}
            </RowContext.Provider>
          ))}
          {footer((values) => add(values), rows.length - from)}
        </>
      )}
    </Form.List>
  );
}
