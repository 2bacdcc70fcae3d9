import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { SessionView } from '#features/accounts/rules/session-view.ts';
import { holds } from '#features/accounts/ui/session-queries.ts';
import { useApplicationCount } from '#features/applications/ui/application-queries.ts';
import { useCheckDueCount } from '#features/households/ui/household-queries.ts';
import type { JobView } from '#features/jobs/contract.ts';
import { useRecentJobs } from '#features/jobs/ui/job-queries.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';

import { TaskList } from './task-list.tsx';
import type { Task } from './task-list.tsx';

/** 待办: what the person should see to now. */
export function TodoPanel({ session }: { readonly session: SessionView }): ReactElement {
  const jobs = useRecentJobs();
  const due = useCheckDueCount(holds(session, 'households.write'));
  const waiting = useApplicationCount(holds(session, 'applications.read'), 'todo');
  return (
    <Panel title="待办">
      <QueryState query={jobs}>
        {({ items }) => {
          const tasks = [
            ...applicationTasks(waiting.data ?? 0),
            ...ownTasks(session),
            ...checkTasks(due.data ?? 0),
            ...jobTasks(items),
          ];
          return tasks.length === 0 ? (
            <p className="panel-none">
              没有待办事项。可从“常用入口”开始工作，或<Link to="/help">查看帮助</Link>。
            </p>
          ) : (
            <TaskList tasks={tasks} />
          );
        }}
      </QueryState>
    </Panel>
  );
}

/** A password that ends within so many days is spoken of. */
const SOON_DAYS = 14;

function ownTasks(session: SessionView): Task[] {
  const { passwordDaysLeft, secondFactor, unreadNotices } = session;
  const tasks: Task[] = [];
  if (unreadNotices > 0) {
    tasks.push({
      key: 'notices',
      tone: 'info',
      badge: '消息',
      text: `有 ${unreadNotices} 条未读消息`,
      path: '/inbox',
      action: '去查看',
    });
  }
  if (passwordDaysLeft !== null && passwordDaysLeft <= SOON_DAYS) {
    tasks.push({
      key: 'password',
      tone: 'warn',
      badge: '密码',
      text: passwordDaysLeft === 0 ? '密码已到期，请修改' : `密码将在 ${passwordDaysLeft} 天后到期`,
      path: '/profile',
      action: '修改密码',
    });
  }
  if (secondFactor === 'none' && session.hasPassword) {
    tasks.push({
      key: 'second-factor',
      tone: 'plain',
      badge: '建议',
      text: '尚未启用两步验证，启用后账号更安全',
      path: '/profile',
      action: '去启用',
    });
  }
  return tasks;
}

/** Applications that wait for the person's tier. */
function applicationTasks(count: number): Task[] {
  if (count === 0) return [];
  return [
    {
      key: 'applications',
      tone: 'info',
      badge: '申请',
      text: `有 ${count} 份申请等待您办理`,
      path: '/applications',
      search: { view: 'todo' },
      action: '去办理',
    },
  ];
}

/** Families whose yearly recheck is due. */
function checkTasks(count: number): Task[] {
  if (count === 0) return [];
  return [
    {
      key: 'households',
      tone: 'warn',
      badge: '复核',
      text: `有 ${count} 户困难家庭待年度复核`,
      path: '/households',
      search: { isCheckDue: 'true' },
      action: '去复核',
    },
  ];
}

function jobTasks(jobs: readonly JobView[]): Task[] {
  const running = jobs.filter(({ state }) => state === 'queued' || state === 'running');
  const failed = jobs.filter(({ state }) => state === 'failed');
  return [
    ...(running.length === 0
      ? []
      : [jobTask('running', 'info', `有 ${running.length} 项后台任务正在进行`)]),
    ...(failed.length === 0
      ? []
      : [jobTask('failed', 'bad', `最近的后台任务中有 ${failed.length} 项未完成`)]),
  ];
}

function jobTask(state: 'running' | 'failed', tone: Task['tone'], text: string): Task {
  return {
    key: state,
    tone,
    badge: '任务',
    text,
    path: '/jobs',
    search: state === 'failed' ? { state } : {},
    action: state === 'failed' ? '查看原因' : '查看进度',
  };
}
