import { Link } from '@tanstack/react-router';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';

import { FUND_ROUTES } from '../contract.ts';
import { NewFundYear } from '../rules/fund-inputs.ts';
import type { FundYearRow } from '../rules/fund-views.ts';
import { moneyText } from './figures.ts';
import { useFundsChanged, useFundYears } from './fund-queries.ts';

interface FundsPageProps {
  /** Finds a union; it takes `value` and `onChange`. */
  readonly unionControl: ReactElement;
}

/** 资金管理: the fund-years of the own unions. */
export function FundsPage({ unionControl }: FundsPageProps): ReactElement {
  const query = useFundYears();
  const [isOpen, setOpen] = useState(false);
  const action = <OpenButton onClick={() => setOpen(true)} />;
  return (
    <>
      <PageTitle title="资金管理">
        按年度、按来源管理救助资金：预算、到位、预留、支出和余额，每一笔都可追溯。
      </PageTitle>
      <Panel title="资金年度" extra={action}>
        <QueryState query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="还没有资金年度">{action}</EmptyState>
            ) : (
              <DataTable<FundYearRow>
                label="资金年度"
                columns={COLUMNS}
                rows={items}
                rowKey={({ id }) => String(id)}
              />
            )
          }
        </QueryState>
      </Panel>
      {isOpen ? (
        <OpenYearDialog unionControl={unionControl} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function OpenButton({ onClick }: { readonly onClick: () => void }): ReactElement | null {
  if (!useMay()('funds.write' satisfies Permission)) return null;
  return (
    <Button type="primary" onClick={onClick}>
      建立资金年度
    </Button>
  );
}

interface OpenYearDialogProps extends FundsPageProps {
  readonly onClose: () => void;
}

function OpenYearDialog({ unionControl, onClose }: OpenYearDialogProps): ReactElement {
  const changed = useFundsChanged();
  return (
    <FormDialog
      title="建立资金年度"
      lead="建立后登记资金来源、年初预算和到位资金，审批救助时从中预留。"
      isOpen
      onClose={onClose}
      schema={NewFundYear}
      initialValues={{ year: Number(chinaToday().slice(0, 4)) }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(FUND_ROUTES.openYear, { body, idempotencyKey })
      }
      onDone={changed}
      submitText="建立"
    >
      <Field name="unionId" label="工会" isWide>
        {unionControl}
      </Field>
      <Field name="year" label="年度" unit="年">
        <InputNumber min={2000} max={2200} precision={0} />
      </Field>
    </FormDialog>
  );
}

const COLUMNS: readonly DataColumn<FundYearRow>[] = [
  {
    key: 'year',
    title: '年度',
    width: 130,
    isCardTitle: true,
    render: ({ id, year, isSample }) => (
      <Link to="/funds/$id" params={{ id: String(id) }}>
        {isSample ? `${year}年（样例）` : `${year}年`}
      </Link>
    ),
  },
  { key: 'union', title: '工会', render: ({ unionName }) => unionName },
  {
    key: 'budget',
    title: '调整后预算（元）',
    align: 'right',
    width: 160,
    render: ({ budgetFen }) => moneyText(budgetFen),
  },
  {
    key: 'spent',
    title: '已支出（元）',
    align: 'right',
    width: 140,
    render: ({ spentFen }) => moneyText(spentFen),
  },
  {
    key: 'available',
    title: '可用额度（元）',
    align: 'right',
    width: 150,
    render: ({ availableFen }) => moneyText(availableFen),
  },
];
