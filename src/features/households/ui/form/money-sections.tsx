import { Button, Form, Input, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import { FieldRows } from '#ui/form/field-rows.tsx';
import type { FieldRow } from '#ui/form/field-rows.tsx';
import { Field } from '#ui/form/field.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';
import { Panel } from '#ui/panel.tsx';

import { INCOME_LABELS, SPENDING_LABELS } from '../../rules/field-labels.ts';
import { INCOME_KIND_NAMES, SPENDING_KIND_NAMES } from '../../rules/word-names.ts';
import { INCOME_KINDS, SPENDING_KINDS } from '../../rules/words.ts';
import { Total } from '../money-total.tsx';
import { ChoiceField, optionsOf } from './choices.tsx';
import { listOf, totalsOf } from './household-form-values.ts';

const PEOPLE = ['form', 'people'];
const INCOME = ['form', 'income'];
const SPENDING = ['form', 'spending'];
const MOST_INCOME = 200;
const MOST_SPENDING = 50;
const INCOME_OPTIONS = optionsOf(INCOME_KINDS, INCOME_KIND_NAMES);
const SPENDING_OPTIONS = optionsOf(SPENDING_KINDS, SPENDING_KIND_NAMES);

/** 收入: of the last twelve months, by person and kind. */
export function IncomeSection(): ReactElement {
  const rows: unknown = Form.useWatch(INCOME);
  return (
    <Panel title="收入" extra="近12个月，按人和种类填写" className="form-section">
      <FieldRows
        name={INCOME}
        addText="添加收入"
        emptyText="尚未填写；没有收入的，也请填一行 0"
        blank={{ person: 0 }}
        most={MOST_INCOME}
        summary={<Total label="家庭年收入合计" amount={totalsOf(rows, []).income} />}
      >
        {(row) => <IncomeFields row={row} />}
      </FieldRows>
    </Panel>
  );
}

function IncomeFields({ row }: { readonly row: FieldRow }): ReactElement {
  return (
    <MoneyRow name="收入" row={row}>
      <Field name="person" label={INCOME_LABELS.person}>
        <PersonSelect />
      </Field>
      <ChoiceField
        name="kind"
        label={INCOME_LABELS.kind}
        options={INCOME_OPTIONS}
        isClearable={false}
      />
      <Field name="yearly" label={INCOME_LABELS.yearly}>
        <MoneyInput hasCapitals={false} />
      </Field>
    </MoneyRow>
  );
}

/** Whose income it is: the people as they are named so far. */
function PersonSelect(props: {
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (index: number) => void;
}): ReactElement {
  const people: unknown = Form.useWatch(PEOPLE);
  return (
    <Select<number>
      {...props}
      className="query-select"
      options={listOf(people).map(({ name }, index) => ({
        value: index,
        label: typeof name === 'string' && name !== '' ? name : personName(index),
      }))}
    />
  );
}

function personName(index: number): string {
  return index === 0 ? '户主' : `成员 ${index}`;
}

/** 刚性支出: by kind, less what others bear. */
export function SpendingSection(): ReactElement {
  const rows: unknown = Form.useWatch(SPENDING);
  return (
    <Panel title="刚性支出" extra="近12个月，须有凭证" className="form-section">
      <FieldRows
        name={SPENDING}
        addText="添加支出"
        emptyText="没有刚性支出"
        blank={{ reimbursed: 0 }}
        most={MOST_SPENDING}
        summary={<Total label="自行负担的支出合计" amount={totalsOf([], rows).spending} />}
      >
        {(row) => <SpendingFields row={row} />}
      </FieldRows>
    </Panel>
  );
}

function SpendingFields({ row }: { readonly row: FieldRow }): ReactElement {
  return (
    <MoneyRow name="支出" row={row}>
      <ChoiceField
        name="kind"
        label={SPENDING_LABELS.kind}
        options={SPENDING_OPTIONS}
        isClearable={false}
      />
      <Field name="yearly" label={SPENDING_LABELS.yearly}>
        <MoneyInput hasCapitals={false} />
      </Field>
      <Field name="reimbursed" label={SPENDING_LABELS.reimbursed}>
        <MoneyInput hasCapitals={false} />
      </Field>
      <Field name="note" label={SPENDING_LABELS.note}>
        <Input maxLength={200} />
      </Field>
    </MoneyRow>
  );
}

interface MoneyRowProps {
  readonly name: string;
  readonly row: FieldRow;
  readonly children: ReactNode;
}

function MoneyRow({ name, row, children }: MoneyRowProps): ReactElement {
  const title = `${name} ${row.index + 1}`;
  return (
    <fieldset className="field-row">
      <div className="field-row-head">
        <legend>{title}</legend>
        <Button size="small" danger onClick={row.remove} aria-label={`删除${title}`}>
          删除
        </Button>
      </div>
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
