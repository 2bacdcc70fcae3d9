import {
  BarChartOutlined,
  DashboardOutlined,
  ExceptionOutlined,
  SolutionOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { PageLayout } from '#ui/page-layout.tsx';
import type { MenuItem } from '#ui/page-layout.tsx';

import { useEvaluation } from './evaluation-queries.ts';

const MENU: readonly MenuItem[] = [
  { path: '/', label: '评价总览', shortLabel: '总览', icon: <DashboardOutlined /> },
  { path: '/scores', label: '评分明细', shortLabel: '评分', icon: <UnorderedListOutlined /> },
  { path: '/metrics', label: '指标数据', shortLabel: '数据', icon: <BarChartOutlined /> },
  { path: '/findings', label: '问题与建议', shortLabel: '问题', icon: <SolutionOutlined /> },
  { path: '/violations', label: '违规明细', shortLabel: '违规', icon: <ExceptionOutlined /> },
];

/** Around every page of an evaluation: whose it is, the menu, and whether its persons are invented. */
export function EvaluationLayout(): ReactElement {
  const { data } = useEvaluation();
  const subject = data === undefined ? '' : `${data.fund.name} · ${data.fund.year}年度绩效评价`;
  return (
    <PageLayout
      productName="送暖"
      subject={subject}
      items={MENU}
      banner={data?.isSample === true ? <SampleBanner /> : null}
    >
      <Outlet />
    </PageLayout>
  );
}

function SampleBanner(): ReactElement {
  return (
    <aside className="banner" aria-label="数据说明">
      <strong>样例数据：人员均为虚构。</strong>
    </aside>
  );
}
