import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';

import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';

import type { FamilyFormRow } from '../../rules/desk-views.ts';
import { FORM_FIELDS, useFamilyForms } from './desk-queries.ts';

const route = getRouteApi('/family-forms');

/** 待建档: forms that workers handed in because the union has no file of the family. */
export function FamilyFormsPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useFamilyForms(search);
  return (
    <ListPage<FamilyFormRow>
      listKey="family-forms"
      title="职工待建档"
      description="职工用手机提交了申请，家里还没有档案。核对登记表后建档，申请随即提交、开始计时。"
      fields={FORM_FIELDS}
      columns={COLUMNS}
      rowKey={({ id }) => String(id)}
      search={search}
      onSearchChange={(next) => void navigate({ to: '/family-forms', search: next })}
      pages={pages}
      emptyText="没有等待建档的登记表。职工要先注册，才能用手机申请"
      emptyAction={
        <Button onClick={() => void navigate({ to: '/worker-invitations' })}>去邀请职工</Button>
      }
    />
  );
}

const COLUMNS: readonly ListColumn<FamilyFormRow>[] = [
  {
    key: 'name',
    title: '职工',
    width: 120,
    isCardTitle: true,
    isAlwaysShown: true,
    render: ({ id, name }) => (
      <Link to="/family-forms/$id" params={{ id: String(id) }}>
        {name}
      </Link>
    ),
  },
  { key: 'number', title: '申请编号', width: 150, render: ({ number }) => number },
  { key: 'aidType', title: '救助类型', width: 110, render: ({ aidType }) => aidType },
  { key: 'aidClass', title: '类别', width: 80, render: ({ aidClass }) => aidClass ?? '—' },
  { key: 'handedInOn', title: '提交日期', width: 110, render: ({ handedInOn }) => handedInOn },
  { key: 'unionName', title: '所属工会', width: 220, render: ({ unionName }) => unionName },
];
