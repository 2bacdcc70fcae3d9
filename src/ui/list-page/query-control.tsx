import { Input, Select } from 'antd';
import { Suspense, lazy } from 'react';
import type { ReactElement } from 'react';

import { MoneyInput } from '../form/money-input.tsx';
import { searchKeysOf, valuesOf } from './list-search.ts';
import type { ListSearch, NumberRangeQuery, QueryField, SelectQuery } from './list-search.ts';

// A calendar is large, and most lists ask for no day.
const DateInput = lazy(async () => {
  const module = await import('../form/date-input.tsx');
  return { default: module.DateInput };
});

export interface QueryControlProps<Field extends QueryField = QueryField> {
  readonly id: string;
  readonly field: Field;
  readonly search: ListSearch;
  /** Sets one name of the address; an empty text takes it away. */
  readonly onChange: (key: string, value: string) => void;
}

/** The control of one condition. */
export function QueryControl(props: QueryControlProps): ReactElement {
  const { id, field, search, onChange } = props;
  switch (field.kind) {
    case 'text':
      return (
        <Input
          id={id}
          allowClear
          maxLength={50}
          placeholder={field.placeholder}
          value={search[field.key] ?? ''}
          onChange={(event) => onChange(field.key, event.target.value)}
        />
      );
    case 'select':
      return <SelectControl {...props} field={field} />;
    case 'dateRange':
      return (
        <Suspense fallback={<Input disabled />}>
          <DateRange {...props} />
        </Suspense>
      );
    case 'moneyRange':
    case 'numberRange':
      return <NumberRange {...props} field={field} />;
    case 'lookup':
      return (
        <field.control
          id={id}
          value={search[field.key]}
          onChange={(value) => onChange(field.key, value ?? '')}
        />
      );
  }
}

function SelectControl(props: QueryControlProps<SelectQuery>): ReactElement {
  const { id, field, search, onChange } = props;
  const values = valuesOf(field, search[field.key] ?? '');
  const usual = {
    id,
    className: 'query-select',
    allowClear: true,
    placeholder: '全部',
    options: field.options.map(({ value, label }) => ({ value, label })),
    showSearch: { optionFilterProp: 'label' },
  };
  if (field.isMultiple !== true) {
    return (
      <Select<string>
        {...usual}
        value={values[0] ?? null}
        onChange={(value?: string) => onChange(field.key, value ?? '')}
      />
    );
  }
  return (
    <Select<string[]>
      {...usual}
      mode="multiple"
      maxTagCount="responsive"
      value={values}
      onChange={(next) => onChange(field.key, next.join(','))}
    />
  );
}

function DateRange({ id, field, search, onChange }: QueryControlProps): ReactElement {
  const [from, to = ''] = searchKeysOf(field);
  return (
    <span className="query-range">
      <DateInput
        id={id}
        aria-label={`${field.label}，起`}
        placeholder="起"
        value={search[from]}
        onChange={(day) => onChange(from, day ?? '')}
      />
      <span aria-hidden>至</span>
      <DateInput
        aria-label={`${field.label}，止`}
        placeholder="止"
        value={search[to]}
        onChange={(day) => onChange(to, day ?? '')}
      />
    </span>
  );
}

function NumberRange(props: QueryControlProps<NumberRangeQuery>): ReactElement {
  const { id, field } = props;
  const [least, most = ''] = searchKeysOf(field);
  return (
    <span className="query-range">
      <Bound
        {...props}
        name={least}
        id={id}
        label={`${field.label}，不少于`}
        placeholder="不少于"
      />
      <span aria-hidden>至</span>
      <Bound
        {...props}
        name={most}
        id={`${id}-most`}
        label={`${field.label}，不多于`}
        placeholder="不多于"
      />
    </span>
  );
}

interface BoundProps extends QueryControlProps<NumberRangeQuery> {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
}

function Bound(props: BoundProps): ReactElement {
  const { id, field, search, onChange, name, label, placeholder } = props;
  const text = search[name] ?? '';
  if (field.kind === 'moneyRange') {
    return (
      <MoneyInput
        id={id}
        aria-label={label}
        placeholder={placeholder}
        hasCapitals={false}
        value={text === '' ? undefined : Number(text)}
        onChange={(amount) => onChange(name, amount === undefined ? '' : String(amount))}
      />
    );
  }
  return (
    <Input
      id={id}
      aria-label={label}
      inputMode="decimal"
      placeholder={placeholder}
      suffix={field.unit}
      value={text}
      onChange={(event) => onChange(name, event.target.value.normalize('NFKC').trim())}
    />
  );
}
