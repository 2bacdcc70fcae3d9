import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { downloadFile } from '#ui/download-file.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import type { ListSearch, LookupQuery } from '#ui/list-page/list-search.ts';
import { useMay } from '#ui/rights.ts';

import { HOUSEHOLD_SHEET_ROUTES } from '../rules/household-sheet-routes.ts';
import type { HouseholdRow } from '../rules/household-views.ts';
import { HOUSEHOLD_COLUMNS, HouseholdLink } from './household-columns.tsx';
import { useHouseholds } from './household-queries.ts';
import { OTHER_FIELDS, SEARCH_FIELD } from './household-search.ts';
import { toFilter } from './list-query.ts';

const route = getRouteApi('/households');

interface HouseholdsPageProps {
  /** The condition 工会（含下级）. */
  readonly unionField: LookupQuery;
}

/** 困难家庭: the registry of one's own unions. */
export function HouseholdsPage({ unionField }: HouseholdsPageProps): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useHouseholds(search);
  const may = useMay();
  const fields = useMemo(() => [SEARCH_FIELD, unionField, ...OTHER_FIELDS], [unionField]);
  return (
    <ListPage<HouseholdRow>
      listKey="households"
      title="困难家庭"
      description="一户一档。默认列出在档的家庭；证件号等只显示一部分。"
      fields={fields}
      columns={HOUSEHOLD_COLUMNS}
      rowKey={({ id }) => String(id)}
      rowActions={{ width: 76, render: (one) => <HouseholdLink household={one} text="详情" /> }}
      search={search}
      onSearchChange={(next) => void navigate({ to: '/households', search: next })}
      pages={pages}
      actions={<HouseholdActions />}
      onExport={
        may('households.export' satisfies Permission)
          ? ({ reason }) => exportHouseholds(search, reason)
          : undefined
      }
      emptyText="您的管辖范围内还没有在档的困难家庭"
      emptyAction={<HouseholdActions />}
    />
  );
}

function HouseholdActions(): ReactElement {
  const may = useMay();
  const navigate = useNavigate();
  return (
    <>
      {may('households.write' satisfies Permission) ? (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => void navigate({ to: '/households/new' })}
        >
          新建档案
        </Button>
      ) : null}
      {may('households.import' satisfies Permission) ? (
        <Button
          icon={<ImportOutlined aria-hidden />}
          onClick={() => void navigate({ to: '/households/import' })}
        >
          导入
        </Button>
      ) : null}
    </>
  );
}

function exportHouseholds(search: ListSearch, reason: string): Promise<void> {
  return downloadFile(HOUSEHOLD_SHEET_ROUTES.export, {
    body: { filter: toFilter(search), reason },
    fallbackName: '困难家庭.xlsx',
  });
}
