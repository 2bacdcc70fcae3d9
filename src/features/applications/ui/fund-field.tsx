import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactElement } from 'react';

import { FUND_ROUTES } from '#features/funds/contract.ts';
import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';

import { yuanText } from './labels.ts';

/** Which source pays: the one with the most room unless the approver chooses another. */
export function FundField({ unionId }: { readonly unionId: number }): ReactElement {
  const { data } = useQuery({
    queryKey: ['funds', 'usable', unionId],
    queryFn: ({ signal }) => callRoute(FUND_ROUTES.listUsable, { query: { unionId }, signal }),
  });
  return (
    <Field
      name="sourceId"
      label="资金来源"
      hint="审批通过后立即预留资金；不选则用可用额度最多的来源"
    >
      <Select<number>
        className="query-select"
        allowClear
        placeholder="自动选择"
        notFoundContent="今年还没有资金来源，请先在“资金管理”登记"
        options={(data?.items ?? []).map(({ id, unionName, name, availableFen }) => ({
          value: id,
          label: `${name}（${unionName}，可用 ${yuanText(availableFen)}）`,
        }))}
      />
    </Field>
  );
}
