import { PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
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
  readonly addText: string;
  readonly emptyText: string;
  /** Values of a row that is added. */
  readonly blank: object;
  readonly most: number;
  /** Below the rows, e.g. their sum. */
  readonly summary?: ReactNode;
}

/** Rows of fields that a person adds and removes. */
export function FieldRows(props: FieldRowsProps): ReactElement {
  const { name, from = 0, children, addText, emptyText, blank, most, summary } = props;
  return (
    <Form.List name={[...name]}>
      {(rows, { add, remove }) => (
        <>
          {rows.slice(from).map(({ key, name: index }) => (
            <RowContext.Provider key={key} value={{ list: name, index }}>
              {children({ index, remove: () => remove(index) })}
            </RowContext.Provider>
          ))}
          <div className="field-rows-footer">
            {rows.length > from ? null : <p className="is-absent">{emptyText}</p>}
            <Button
              icon={<PlusOutlined aria-hidden />}
              disabled={rows.length >= most}
              onClick={() => add(blank)}
            >
              {addText}
            </Button>
            {summary}
          </div>
        </>
      )}
    </Form.List>
  );
}
