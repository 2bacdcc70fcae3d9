import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ComponentType, ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute, routePath } from '#ui/call-route.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { PUBLIC_NOTICE_ROUTES } from '../contract.ts';
import { NOTICE_TIER_NAMES, OUTCOME_NAMES } from '../messages.ts';
import type { NoticeDetail, NoticeEntry } from '../rules/public-notice-views.ts';
import { useNotice, useTakeNotice } from './notice-queries.ts';
import { ObjectionDialog, ObjectionsPanel } from './objections.tsx';
import { NoticeStateBadge } from './public-notices-page.tsx';

const route = getRouteApi('/notice-board/$id');

export interface PublicNoticePageProps {
  /** Photos of the sheet on its wall; they have their rights from elsewhere. */
  readonly Photos: ComponentType<{ readonly noticeId: number }>;
}

/** One notice: the list as it hangs, objections, the sheet and the public address. */
export function PublicNoticePage({ Photos }: PublicNoticePageProps): ReactElement {
  const { id } = route.useParams();
  return (
    <QueryState query={useNotice(Number(id))}>
      {(notice) => (
        <DetailPage
          title={notice.title}
          status={<NoticeStateBadge state={notice.state} />}
          description={`${notice.unionName}，${NOTICE_TIER_NAMES[notice.tier]}`}
          before={<WayBack label="返回公示管理" home="/notice-board" />}
          actions={<NoticeActions notice={notice} />}
        >
          {notice.cancelReason === null ? null : (
            <Alert
              type="info"
              showIcon
              className="form-notice"
              title={`本公示已撤销：${notice.cancelReason}`}
            />
          )}
          <NoticeCard notice={notice} />
          <Panel title="公示名单">
            <DataTable
              label="公示名单"
              columns={ENTRY_COLUMNS}
              rows={notice.entries}
              rowKey={({ position }) => String(position)}
            />
          </Panel>
          <ObjectionsPanel notice={notice} />
          <Photos noticeId={notice.id} />
        </DetailPage>
      )}
    </QueryState>
  );
}

function NoticeCard({ notice }: { readonly notice: NoticeDetail }): ReactElement {
  const address = new URL(`/public-notices/${notice.token}`, globalThis.location.href).href;
  return (
    <DescriptionCard
      title="公示情况"
      items={[
        {
          label: '公示期',
          value: `${notice.startsOn} 至 ${notice.endsOn}，${notice.workingDays} 个工作日`,
        },
        { label: '张贴地点', value: notice.place },
        { label: '联系人', value: notice.contact },
        { label: '监督电话', value: notice.complaintPhone },
        { label: '张贴人', value: notice.putUpBy },
        { label: '网上公示网址', value: notice.link ?? '—' },
        {
          label: '公示网页',
          isWide: true,
          value:
            notice.state === 'hanging' ? (
              <>
                <a href={address} target="_blank" rel="noreferrer">
                  {address}
                </a>{' '}
                <CopyButton text={address} />
              </>
            ) : (
              '已撤下'
            ),
        },
      ]}
    />
  );
}

type Act = 'objection' | 'cancel';

function NoticeActions({ notice }: { readonly notice: NoticeDetail }): ReactElement {
  const [act, setAct] = useState<Act>();
  const takeNotice = useTakeNotice();
  const mayWrite = useMay()('public_notices.write' satisfies Permission);
  const params = { id: notice.id };
  const sheet = routePath(PUBLIC_NOTICE_ROUTES.sheet.path, params);
  return (
    <>
      <Button href={sheet} target="_blank">
        打印公示表
      </Button>
      {mayWrite && notice.state !== 'cancelled' ? (
        <Button onClick={() => setAct('objection')}>登记异议</Button>
      ) : null}
      {mayWrite && notice.state === 'hanging' ? (
        <Button danger onClick={() => setAct('cancel')}>
          撤销公示
        </Button>
      ) : null}
      {act === 'objection' ? (
        <ObjectionDialog notice={notice} onClose={() => setAct(undefined)} />
      ) : null}
      <ReasonDialog
        title="撤销公示"
        isOpen={act === 'cancel'}
        confirmText="撤销"
        isDanger
        onConfirm={async (reason) =>
          takeNotice(await callRoute(PUBLIC_NOTICE_ROUTES.cancel, { params, body: { reason } }))
        }
        onCancel={() => setAct(undefined)}
      >
        <p className="dialog-lead">用于张贴有误的公示。撤销后，名单中的申请需要重新公示。</p>
      </ReasonDialog>
    </>
  );
}

const ENTRY_COLUMNS: readonly DataColumn<NoticeEntry>[] = [
  { key: 'position', title: '序号', width: 60, render: ({ position }) => position },
  {
    key: 'name',
    title: '姓名',
    width: 100,
    isCardTitle: true,
    render: ({ maskedName }) => maskedName,
  },
  { key: 'unit', title: '工作单位', render: ({ workUnit }) => workUnit },
  { key: 'aid', title: '救助类型', width: 110, render: ({ aidType }) => aidType },
  {
    key: 'amount',
    title: '金额（元）',
    width: 120,
    align: 'right',
    render: ({ amountFen }) => formatYuan(fen(amountFen)),
  },
  {
    key: 'number',
    title: '申请编号',
    width: 160,
    render: ({ applicationId, number }) => <a href={`/applications/${applicationId}`}>{number}</a>,
  },
  {
    key: 'outcome',
    title: '结果',
    width: 200,
    render: ({ outcome }) => (outcome === null ? '公示中或有异议' : OUTCOME_NAMES[outcome]),
  },
];
