import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import type { AuditDetail } from '../contract.ts';
import { OutcomeBadge, atText, subjectText } from './audit-columns.tsx';
import { useEntry } from './audit-queries.ts';
import { compareFacts } from './compare-facts.ts';
import type { FactChange } from './compare-facts.ts';
import { factName, valueText } from './fact-names.ts';

const route = getRouteApi('/audit/$id');

/** One entry in full. */
export function EntryPage(): ReactElement {
  const { id } = route.useParams();
  const may = useMay();
  const query = useEntry(Number(id), may('audit.read_business' satisfies Permission));
  return <QueryState query={query}>{(entry) => <Loaded entry={entry} />}</QueryState>;
}

function Loaded({ entry }: { readonly entry: AuditDetail }): ReactElement {
  return (
    <DetailPage
      title={`${entry.actionLabel}（第${entry.id}号）`}
      status={<OutcomeBadge {...entry} />}
      before={<WayBack label="返回审计日志" home="/audit" />}
    >
      <DescriptionCard
        title="记录"
        items={[
          { label: '时间', value: atText(entry.at) },
          { label: '操作人', value: entry.accountName },
          { label: '对象', value: subjectText(entry) },
          { label: '工会', value: entry.unionName ?? '—' },
          { label: '网络地址', value: entry.ip ?? '—' },
          { label: '请求编号', value: entry.requestId },
          { label: '原因', value: entry.reason ?? '—', isWide: true },
          { label: '封存', value: entry.isSealed ? '已封存' : '待封存（约一秒内）' },
          { label: '摘要（SHA-256）', value: entry.digest, isWide: true },
        ]}
      />
      <FactsPanel entry={entry} />
    </DetailPage>
  );
}

function FactsPanel({ entry }: { readonly entry: AuditDetail }): ReactElement {
  const changes = compareFacts(entry.before, entry.after);
  return (
    <Panel title="变更前后">
      {entry.isFactsHidden ? (
        <p className="is-absent">这条记录的变更内容属于业务数据，由经审人员查看。</p>
      ) : null}
      {!entry.isFactsHidden && changes.length === 0 ? (
        <p className="is-absent">此项操作没有变更内容。</p>
      ) : null}
      {changes.length === 0 ? null : (
        <DataTable
          label="变更前后"
          columns={COLUMNS}
          rows={changes}
          rowKey={({ key }) => key}
          isMarked={({ isChanged }) => isChanged && entry.before !== null && entry.after !== null}
        />
      )}
    </Panel>
  );
}

const COLUMNS: readonly DataColumn<FactChange>[] = [
  { key: 'name', title: '项目', width: 190, isCardTitle: true, render: ({ key }) => factName(key) },
  { key: 'before', title: '变更前', isWideOnPhone: true, render: ({ before }) => sideText(before) },
  { key: 'after', title: '变更后', isWideOnPhone: true, render: ({ after }) => sideText(after) },
];

/** A value the side does not have at all is not the same as an empty one. */
function sideText(value: unknown): string {
  return value === undefined ? '—' : valueText(value);
}
