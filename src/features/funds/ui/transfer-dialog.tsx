import { Form, Select } from 'antd';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';

import { FUND_ROUTES } from '../contract.ts';
import { NewTransfer } from '../rules/fund-inputs.ts';
import type { FundYearDetail } from '../rules/fund-views.ts';
import { PaperFields, SourceField } from './fund-dialogs.tsx';
import type { FundDialogProps } from './fund-dialogs.tsx';
import { useFundsChanged, useFundYear, useFundYears } from './fund-queries.ts';

const KINDS = [
  { value: 'allocated', label: '下拨给下级工会' },
  { value: 'carried', label: '结转到以后年度' },
];

/** 下拨、结转: both sides are booked in one act, between sources of one kind. */
export function TransferDialog({ view, onClose }: FundDialogProps): ReactElement {
  return (
    <FormDialog
      title="下拨、结转"
      lead="转入方须先建立资金年度，并登记同样性质的来源。转出、转入同时记账。"
      isOpen
      onClose={onClose}
      schema={NewTransfer}
      initialValues={{ kind: 'allocated', happenedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(FUND_ROUTES.transfer, { body, idempotencyKey })
      }
      onDone={useFundsChanged()}
      submitText="记账"
    >
      <Field name="kind" label="事项">
        <Select className="query-select" options={KINDS} />
      </Field>
      <SourceField view={view} name="fromId" label="转出来源" />
      <TargetFields view={view} />
      <Field name="amountFen" label="金额">
        <MoneyInput />
      </Field>
      <PaperFields />
    </FormDialog>
  );
}

/** Where to: a fund-year of a union below or of a later year, and a source in it. */
function TargetFields({ view }: { readonly view: FundYearDetail }): ReactElement {
  const form = Form.useFormInstance();
  const kind: unknown = Form.useWatch('kind', form);
  const years = useFundYears().data?.items ?? [];
  const options = years
    .filter(({ unionId, year }) =>
      kind === 'carried'
        ? unionId === view.unionId && year > view.year
        : unionId !== view.unionId && year === view.year,
    )
    .map(({ id, unionName, year }) => ({ value: id, label: `${unionName} ${year}年` }));
  const toYear: unknown = Form.useWatch('toYearId', form);
  return (
    <>
      <Form.Item name="toYearId" label="转入年度" className="field">
        <Select
          className="query-select"
          options={options}
          notFoundContent="没有可转入的资金年度，请先建立"
        />
      </Form.Item>
      <TargetSource id={typeof toYear === 'number' ? toYear : view.id} own={view} />
    </>
  );
}

interface TargetSourceProps {
  readonly id: number;
  readonly own: FundYearDetail;
}

function TargetSource({ id, own }: TargetSourceProps): ReactElement {
  const target = useFundYear(id).data;
  const sources = target === undefined || target.id === own.id ? [] : target.sources;
  return (
    <Field name="toId" label="转入来源">
      <Select<number>
        className="query-select"
        options={sources.map((source) => ({ value: source.id, label: source.name }))}
        notFoundContent="请先选择转入年度"
      />
    </Field>
  );
}
