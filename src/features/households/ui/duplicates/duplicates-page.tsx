import { SearchOutlined } from '@ant-design/icons';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { failureText } from '#ui/request-failure.ts';
import { useMay } from '#ui/rights.ts';

import { DUPLICATE_ROUTES } from '../../rules/duplicate-routes.ts';
import type { DuplicateRow } from '../../rules/duplicate-views.ts';
import { DUPLICATE_FIELDS, useDuplicates } from './duplicate-queries.ts';
import { KindBadge, VerdictBadge, reasonsFor } from './duplicate-words.tsx';

const route = getRouteApi('/duplicates');

/** 重复核查: pairs of people who may stand in two files, the surest first. */
export function DuplicatesPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useDuplicates(search);
  return (
    <ListPage<DuplicateRow>
      listKey="duplicates"
      title="重复核查"
      description="可能重复建档的人员，默认列出待认定的，最可能的在前。保存档案时自动查找。"
      fields={DUPLICATE_FIELDS}
      columns={COLUMNS}
      rowKey={({ id }) => String(id)}
      rowActions={{ width: 76, render: (pair) => <PairLink pair={pair} text="比对" /> }}
      search={search}
      onSearchChange={(next) => void navigate({ to: '/duplicates', search: next })}
      pages={pages}
      actions={<SearchAll />}
      emptyText="您的管辖范围内没有待认定的重复人员"
    />
  );
}

function PairLink({
  pair,
  text,
}: {
  readonly pair: DuplicateRow;
  readonly text?: string;
}): ReactElement {
  const names = `${pair.first.name}与${pair.second.name}`;
  return (
    <Link to="/duplicates/$id" params={{ id: String(pair.id) }}>
      {text ?? names}
      {text === undefined ? null : <span className="visually-hidden">：{names}</span>}
    </Link>
  );
}

const COLUMNS: readonly ListColumn<DuplicateRow>[] = [
  {
    key: 'names',
    title: '人员',
    width: 160,
    isCardTitle: true,
    isAlwaysShown: true,
    render: (pair) => <PairLink pair={pair} />,
  },
  { key: 'kind', title: '程度', width: 80, render: (pair) => <KindBadge {...pair} /> },
  { key: 'score', title: '相似分', width: 80, align: 'right', render: ({ score }) => score },
  { key: 'reasons', title: '理由', width: 320, render: reasonsFor },
  { key: 'firstUnion', title: '甲方工会', width: 170, render: ({ first }) => first.unionName },
  { key: 'secondUnion', title: '乙方工会', width: 170, render: ({ second }) => second.unionName },
  { key: 'verdict', title: '认定', width: 90, render: (pair) => <VerdictBadge {...pair} /> },
  {
    key: 'firstFile',
    title: '甲方档案编号',
    width: 200,
    isHiddenAtFirst: true,
    render: ({ first }) => first.fileNumber,
  },
  {
    key: 'secondFile',
    title: '乙方档案编号',
    width: 200,
    isHiddenAtFirst: true,
    render: ({ second }) => second.fileNumber,
  },
];

/** 全库查重 */
function SearchAll(): ReactElement | null {
  const may = useMay();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  if (!may('households.merge' satisfies Permission)) return null;
  async function order(): Promise<void> {
    setBusy(true);
    try {
      const { jobId } = await callRoute(DUPLICATE_ROUTES.search, { body: {} });
      await navigate({ to: '/jobs/$id', params: { id: jobId } });
    } catch (error) {
      Modal.error({ title: '未能发起全库查重', content: failureText(error) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button icon={<SearchOutlined aria-hidden />} loading={isBusy} onClick={() => void order()}>
      全库查重
    </Button>
  );
}
