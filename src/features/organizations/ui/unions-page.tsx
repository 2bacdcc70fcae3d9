import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense, lazy, useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { downloadFile } from '#ui/download-file.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { Panel } from '#ui/panel.tsx';
import { useMay } from '#ui/rights.ts';
import { useIsPhone } from '#ui/use-is-phone.ts';

import { UNION_ROUTES } from '../contract.ts';
import { UnionFilterBody } from '../rules/union-inputs.ts';
import type { UnionRow } from '../rules/union-views.ts';
import { UNION_COLUMNS, UnionLink } from './union-columns.tsx';
import { useUnions } from './union-queries.ts';
import { LEVEL_FIELD, SEARCH_FIELD, STATE_FIELD } from './union-search.ts';
import { UnionTree } from './union-tree.tsx';
import { useUnionField } from './use-union-field.tsx';

const route = getRouteApi('/unions');

// The form comes with the first new union.
const NewUnionDialog = lazy(async () => {
  const module = await import('./new-union-dialog.tsx');
  return { default: module.NewUnionDialog };
});

/** 工会组织: the tree beside the list of what lies below the chosen union. */
export function UnionsPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const onSearchChange = (next: ListSearch): void => void navigate({ to: '/unions', search: next });
  const below = search['below'];
  // On a phone the condition 工会（含下级） does the same.
  if (isPhone) return <UnionList search={search} onSearchChange={onSearchChange} />;
  return (
    <div className="with-union-tree">
      <Panel title="组织树">
        <UnionTree
          chosen={below === undefined ? undefined : Number(below)}
          onChoose={(id) => onSearchChange(withBelow(search, id))}
        />
      </Panel>
      <UnionList search={search} onSearchChange={onSearchChange} />
    </div>
  );
}

interface UnionListProps {
  readonly search: ListSearch;
  readonly onSearchChange: (next: ListSearch) => void;
}

function UnionList({ search, onSearchChange }: UnionListProps): ReactElement {
  const pages = useUnions(search);
  const may = useMay();
  const belowField = useUnionField('below', search['below']);
  const fields = useMemo(() => [SEARCH_FIELD, belowField, LEVEL_FIELD, STATE_FIELD], [belowField]);
  return (
    <ListPage<UnionRow>
      listKey="unions"
      title="工会组织"
      description="市、区、镇街（系统）和基层工会的隶属关系、会员人数和联系人。"
      fields={fields}
      columns={UNION_COLUMNS}
      rowKey={({ id }) => String(id)}
      rowActions={{ width: 76, render: (union) => <UnionLink union={union} text="详情" /> }}
      search={search}
      onSearchChange={onSearchChange}
      pages={pages}
      actions={<UnionActions below={search['below']} />}
      onExport={
        may('unions.export' satisfies Permission)
          ? ({ reason }) => exportUnions(search, reason)
          : undefined
      }
      emptyText="您的管辖范围内还没有工会"
      emptyAction={<UnionActions below={undefined} />}
    />
  );
}

function UnionActions({ below }: { readonly below: string | undefined }): ReactElement {
  const may = useMay();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {may('unions.restructure' satisfies Permission) ? (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
          新建工会
        </Button>
      ) : null}
      {may('unions.import' satisfies Permission) ? (
        <Button
          icon={<ImportOutlined aria-hidden />}
          onClick={() => void navigate({ to: '/unions/import' })}
        >
          导入
        </Button>
      ) : null}
      {isOpen ? (
        <Suspense>
          <NewUnionDialog
            parentId={below === undefined ? undefined : Number(below)}
            isOpen
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function withBelow(search: ListSearch, id: number | undefined): ListSearch {
  const others = Object.entries(search).filter(([key]) => key !== 'below');
  return Object.fromEntries(id === undefined ? others : [...others, ['below', String(id)]]);
}

function exportUnions(search: ListSearch, reason: string): Promise<void> {
  const { below, ...filter } = search;
  return downloadFile(UNION_ROUTES.export, {
    body: {
      filter: UnionFilterBody.parse({
        ...filter,
        ...(below === undefined ? {} : { below: Number(below) }),
      }),
      reason,
    },
    fallbackName: '工会组织.xlsx',
  });
}
