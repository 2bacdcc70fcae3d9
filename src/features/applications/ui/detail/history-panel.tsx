import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { Panel } from '#ui/panel.tsx';

import { roundText } from '../../messages.ts';
import type { ApplicationDetail } from '../../rules/application-views.ts';
import { yuanText } from '../labels.ts';

type EarlierAid = ApplicationDetail['history'][number];

const COLUMNS: readonly DataColumn<EarlierAid>[] = [
  { key: 'number', title: '申请编号', isCardTitle: true, render: ({ number }) => number },
  {
    key: 'aid',
    title: '救助',
    render: ({ aidType, round }) => (round === null ? aidType : `${aidType} ${roundText(round)}`),
  },
  {
    key: 'amount',
    title: '金额',
    align: 'right',
    render: ({ amountFen }) => yuanText(amountFen),
  },
  { key: 'approvedOn', title: '批准日期', render: ({ approvedOn }) => approvedOn },
  {
    key: 'whose',
    title: '对象',
    render: ({ isSamePerson, isSameHousehold }) => {
      if (isSamePerson) return isSameHousehold ? '本人' : '本人（另一户档案）';
      return '同户家庭成员';
    },
  },
];

/** 以往救助: of the household and the person, in any union. */
export function HistoryPanel({
  application,
}: {
  readonly application: ApplicationDetail;
}): ReactElement {
  const { history } = application;
  return (
    <Panel title="以往救助" extra={`${history.length} 笔`}>
      {history.length === 0 ? (
        <p className="is-absent">本户和本人没有获批过救助</p>
      ) : (
        <DataTable
          label="以往救助"
          columns={COLUMNS}
          rows={history}
          rowKey={({ number }) => number}
        />
      )}
    </Panel>
  );
}
