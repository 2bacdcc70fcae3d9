import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import type { DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LongTable } from '#ui/long-table.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import type { AuditBlock } from '../contract.ts';
import { atText } from './audit-columns.tsx';
import { useBlocks } from './audit-queries.ts';
import { LogExportPanel } from './log-export-panel.tsx';
import { VerificationPanel } from './verification-panel.tsx';

/** 完整性验证: whether anything was changed, removed or slipped in; what to take along as evidence. */
export function IntegrityPage(): ReactElement {
  const may = useMay();
  const client = useQueryClient();
  return (
    <>
      <PageTitle title="审计日志完整性" before={<WayBack label="返回审计日志" home="/audit" />}>
        日志按块封存，每块带签名并与前一块相连；改动、删除、插入任何一条都会被查出。
      </PageTitle>
      {may('audit.verify' satisfies Permission) ? (
        <VerificationPanel
          onVerified={() => void client.invalidateQueries({ queryKey: ['audit', 'blocks'] })}
        />
      ) : null}
      {may('audit.export' satisfies Permission) ? <LogExportPanel /> : null}
      <BlocksPanel />
    </>
  );
}

function BlocksPanel(): ReactElement {
  const query = useBlocks();
  return (
    <Panel title="封存块" extra="最新的在前">
      <QueryState query={query}>
        {({ pages }) => {
          const blocks = pages.flatMap(({ rows }) => rows);
          if (blocks.length === 0) {
            return <EmptyState title="还没有封存块，写入审计记录后约一秒即封存" />;
          }
          return (
            <>
              <LongTable
                label="封存块"
                columns={COLUMNS}
                rows={blocks}
                rowKey={({ no }) => String(no)}
              />
              {query.hasNextPage ? (
                <button
                  type="button"
                  className="list-end link-button"
                  disabled={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  继续载入
                </button>
              ) : null}
            </>
          );
        }}
      </QueryState>
    </Panel>
  );
}

const COLUMNS: readonly DataColumn<AuditBlock>[] = [
  { key: 'no', title: '块号', width: 90, isCardTitle: true, render: ({ no }) => `第${no}块` },
  { key: 'sealedAt', title: '封存时间', width: 180, render: ({ sealedAt }) => atText(sealedAt) },
  {
    key: 'entries',
    title: '记录（条）',
    width: 100,
    align: 'right',
    render: ({ entryCount }) => entryCount,
  },
  {
    key: 'digest',
    title: '摘要（SHA-256）',
    width: 560,
    isWideOnPhone: true,
    render: ({ digest }) => <code className="digest">{digest}</code>,
  },
];
