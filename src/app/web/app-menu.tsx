import {
  AccountBookOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BarsOutlined,
  BellOutlined,
  BlockOutlined,
  ContactsOutlined,
  ControlOutlined,
  DashboardOutlined,
  EditOutlined,
  ExceptionOutlined,
  FileExcelOutlined,
  FileAddOutlined,
  FormOutlined,
  FundOutlined,
  HourglassOutlined,
  IdcardOutlined,
  NotificationOutlined,
  PieChartOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  SendOutlined,
  SolutionOutlined,
  TeamOutlined,
  UnorderedListOutlined,
  UserAddOutlined,
} from '@ant-design/icons';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import type { SessionView } from '#features/accounts/rules/session-view.ts';
import { holds } from '#features/accounts/ui/session-queries.ts';
import type { MenuEntry, MenuGroup } from '#ui/shell/menu.ts';

interface RoomEntry extends MenuEntry {
  /** Shown to holders only; to everybody when absent. */
  readonly needs?: Permission;
}

interface Room {
  readonly title?: string;
  readonly items: readonly RoomEntry[];
}

const ROOMS: readonly Room[] = [
  {
    items: [
      {
        path: '/',
        label: '工作台',
        icon: <DashboardOutlined />,
        isExact: true,
        isOnPhoneBar: true,
      },
      { path: '/inbox', label: '消息', icon: <BellOutlined />, isOnPhoneBar: true },
      { path: '/jobs', label: '后台任务', shortLabel: '任务', icon: <HourglassOutlined /> },
    ],
  },
  {
    title: '救助管理',
    items: [
      {
        path: '/applications',
        label: '申请管理',
        shortLabel: '申请',
        icon: <FormOutlined />,
        isOnPhoneBar: true,
        needs: 'applications.read',
      },
    ],
  },
  {
    title: '档案管理',
    items: [
      {
        path: '/households',
        label: '困难家庭',
        shortLabel: '家庭',
        icon: <IdcardOutlined />,
        isOnPhoneBar: true,
        needs: 'households.read',
      },
      {
        path: '/duplicates',
        label: '重复核查',
        shortLabel: '查重',
        icon: <BlockOutlined />,
        needs: 'households.read',
      },
      {
        path: '/civil-affairs',
        label: '低保名册',
        shortLabel: '名册',
        icon: <AuditOutlined />,
        needs: 'civil_affairs.read',
      },
    ],
  },
  {
    title: '职工服务',
    items: [
      {
        path: '/family-forms',
        label: '职工待建档',
        shortLabel: '待建档',
        icon: <FileAddOutlined />,
        needs: 'workers.answer',
      },
      {
        path: '/corrections',
        label: '更正请求',
        shortLabel: '更正',
        icon: <EditOutlined />,
        needs: 'workers.answer',
      },
      {
        path: '/worker-invitations',
        label: '职工邀请',
        shortLabel: '邀请',
        icon: <UserAddOutlined />,
        needs: 'workers.read',
      },
      {
        path: '/union-members',
        label: '会员名册',
        shortLabel: '会员',
        icon: <ContactsOutlined />,
        needs: 'workers.read',
      },
    ],
  },
  {
    title: '资金管理',
    items: [
      {
        path: '/funds',
        label: '资金管理',
        shortLabel: '资金',
        icon: <AccountBookOutlined />,
        isExact: true,
        needs: 'funds.read',
      },
      {
        path: '/funds/entries',
        label: '资金流水',
        shortLabel: '流水',
        icon: <BarsOutlined />,
        needs: 'funds.read',
      },
    ],
  },
  {
    title: '政策管理',
    items: [
      {
        path: '/policies',
        label: '救助制度',
        shortLabel: '制度',
        icon: <ReadOutlined />,
        needs: 'policies.read',
      },
    ],
  },
  {
    title: '公示管理',
    items: [
      {
        path: '/notice-board',
        label: '公示管理',
        shortLabel: '公示',
        icon: <NotificationOutlined />,
        needs: 'public_notices.read',
      },
    ],
  },
  {
    title: '绩效评价',
    items: [
      {
        path: '/fairness',
        label: '公平分析',
        shortLabel: '公平',
        icon: <PieChartOutlined />,
        needs: 'fairness.read',
      },
      {
        path: '/evaluation',
        label: '评价总览',
        shortLabel: '评价',
        icon: <FundOutlined />,
        isExact: true,
        isOnPhoneBar: true,
        needs: 'evaluations.read',
      },
      {
        path: '/evaluation/scores',
        label: '评分明细',
        icon: <UnorderedListOutlined />,
        needs: 'evaluations.read',
      },
      {
        path: '/evaluation/metrics',
        label: '指标数据',
        icon: <BarChartOutlined />,
        needs: 'evaluations.read',
      },
      {
        path: '/evaluation/findings',
        label: '问题与建议',
        icon: <SolutionOutlined />,
        needs: 'evaluations.read',
      },
      {
        path: '/evaluation/violations',
        label: '违规明细',
        icon: <ExceptionOutlined />,
        needs: 'evaluations.read',
      },
      {
        path: '/year-records',
        label: '年度工作簿导出',
        shortLabel: '工作簿',
        icon: <FileExcelOutlined />,
        needs: 'year_records.export',
      },
    ],
  },
  {
    title: '系统管理',
    items: [
      {
        path: '/unions',
        label: '工会组织',
        shortLabel: '工会',
        icon: <ApartmentOutlined />,
        isOnPhoneBar: true,
        needs: 'unions.read',
      },
      { path: '/accounts', label: '账号管理', icon: <TeamOutlined />, needs: 'accounts.read' },
      { path: '/audit', label: '审计日志', icon: <AuditOutlined />, needs: 'audit.read' },
      { path: '/settings', label: '参数设置', icon: <ControlOutlined />, needs: 'settings.read' },
      { path: '/outbox', label: '外发消息', icon: <SendOutlined />, needs: 'outbox.read' },
    ],
  },
  { items: [{ path: '/help', label: '帮助', icon: <QuestionCircleOutlined /> }] },
];

/** The rooms a person may enter; rooms without an open door are left out. */
export function listMenu(session: SessionView): MenuGroup[] {
  return ROOMS.map(({ title, items }) => ({
    ...(title === undefined ? {} : { title }),
    items: items
      .filter(({ needs }) => needs === undefined || holds(session, needs))
      .map((item) => (item.path === '/inbox' ? { ...item, badge: session.unreadNotices } : item)),
  })).filter(({ items }) => items.length > 0);
}
