import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';

import type { LinkedIdentity } from '../rules/session-view.ts';

interface IdentityTableProps {
  readonly identities: readonly LinkedIdentity[];
}

export function IdentityTable({ identities }: IdentityTableProps): ReactElement {
  return (
    <DataTable<LinkedIdentity>
      label="统一身份"
      columns={COLUMNS}
      rows={identities}
      rowKey={({ issuer, subject }) => `${issuer} ${subject}`}
    />
  );
}

const COLUMNS: readonly DataColumn<LinkedIdentity>[] = [
  { key: 'subject', title: '身份标识', isCardTitle: true, render: ({ subject }) => subject },
  { key: 'issuer', title: '认证平台', isWideOnPhone: true, render: ({ issuer }) => issuer },
  { key: 'linkedAt', title: '关联时间', width: 160, render: ({ linkedAt }) => timeText(linkedAt) },
];
