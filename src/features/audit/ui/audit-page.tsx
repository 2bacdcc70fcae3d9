import { SafetyCertificateOutlined } from '@ant-design/icons';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { downloadFile } from '#ui/download-file.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import type { ListSearch, QueryField } from '#ui/list-page/list-search.ts';
import { useMay } from '#ui/rights.ts';

import { AUDIT_ROUTES } from '../contract.ts';
import type { AuditRow } from '../contract.ts';
import { AUDIT_COLUMNS, EntryLink } from './audit-columns.tsx';
import { toAuditFilter, useActionLabels, useEntries } from './audit-queries.ts';
import {
  OUTCOME_FIELD,
  PERSON_FIELD,
  REASON_FIELD,
  SUBJECT_FIELD,
  SUBJECT_ID_FIELD,
  TIME_FIELD,
  actionField,
} from './audit-search.ts';

const route = getRouteApi('/audit');

interface AuditPageProps {
  /** The condition of the union: handed in, for its control belongs to the union tree. */
  readonly unionField: QueryField;
}

/** 审计日志: who did what, when, to what, and how it ended; the newest first. */
export function AuditPage({ unionField }: AuditPageProps): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const pages = useEntries(search);
  const fields = useFields(unionField);
  return (
    <ListPage<AuditRow>
      listKey="audit"
      title="审计日志"
      description="登录、查看、变更、导出和被拒绝的访问，写入后不可更改。"
      fields={fields}
      columns={AUDIT_COLUMNS}
      rowKey={({ id }) => String(id)}
      rowActions={{ width: 76, render: (entry) => <EntryLink entry={entry} text="详情" /> }}
      isMarked={({ outcome }) => outcome !== 'done'}
      search={search}
      onSearchChange={(next) => void navigate({ to: '/audit', search: next })}
      pages={pages}
      actions={
        <Button
          icon={<SafetyCertificateOutlined aria-hidden />}
          onClick={() => void navigate({ to: '/audit/integrity' })}
        >
          完整性验证
        </Button>
      }
      onExport={
        may('audit.export' satisfies Permission)
          ? ({ reason }) => exportSheet(search, reason)
          : undefined
      }
      emptyText="还没有审计记录"
    />
  );
}

function useFields(unionField: QueryField): readonly QueryField[] {
  const labels = useActionLabels();
  return useMemo(
    () => [
      TIME_FIELD,
      PERSON_FIELD,
      actionField([...labels].map(([value, label]) => ({ value, label }))),
      OUTCOME_FIELD,
      unionField,
      SUBJECT_FIELD,
      SUBJECT_ID_FIELD,
      REASON_FIELD,
    ],
    [labels, unionField],
  );
}

function exportSheet(search: ListSearch, reason: string): Promise<void> {
  return downloadFile(AUDIT_ROUTES.exportSheet, {
    body: { reason, filter: toAuditFilter(search) },
    fallbackName: '审计日志.xlsx',
  });
}
