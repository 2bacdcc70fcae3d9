import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { SessionView } from '#features/accounts/rules/session-view.ts';
import { holds } from '#features/accounts/ui/session-queries.ts';
import { useApplicationCount } from '#features/applications/ui/application-queries.ts';
import type { EvaluationView } from '#features/evaluations/contract.ts';
import { useFoundEvaluation } from '#features/evaluations/ui/evaluation-queries.ts';
import { SEVERITIES } from '#features/evaluations/ui/labels.ts';
import type { OutboxList } from '#features/notices/contract.ts';
import { useMessagesInState } from '#features/notices/ui/notice-queries.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import { BackupWarning } from './backup-warning.tsx';
import { TaskList } from './task-list.tsx';
import type { Task } from './task-list.tsx';

/** 预警: what looks wrong in what the person may see. */
export function WarningPanel({ session }: { readonly session: SessionView }): ReactElement {
  const mayEvaluate = holds(session, 'evaluations.read');
  const mayOutbox = holds(session, 'outbox.read');
  const mayBackup = holds(session, 'backup.status');
  const mayApplications = holds(session, 'applications.read');
  return (
    <Panel
      title="预警"
      className="warnings"
      extra={mayEvaluate ? <Link to="/evaluation/findings">全部问题与建议</Link> : undefined}
    >
      {mayApplications ? <ClockWarnings /> : null}
      {mayEvaluate ? <FindingWarnings /> : null}
      {mayOutbox ? <OutboxWarnings /> : null}
      {mayBackup ? <BackupWarning /> : null}
      {mayApplications || mayEvaluate || mayOutbox || mayBackup ? null : (
        <p className="panel-none">
          您的角色没有需要关注的预警。有新的提醒时，会出现在<Link to="/inbox">消息</Link>中。
        </p>
      )}
    </Panel>
  );
}

/** Applications whose time has run out or soon will. */
function ClockWarnings(): ReactElement {
  const red = useApplicationCount(true, 'open', 'red');
  const yellow = useApplicationCount(true, 'open', 'yellow');
  const tasks = [...clockTasks('red', red.data ?? 0), ...clockTasks('yellow', yellow.data ?? 0)];
  if (tasks.length > 0) return <TaskList tasks={tasks} />;
  return <p className="panel-none">没有超期或临近期限的申请。</p>;
}

function clockTasks(light: 'red' | 'yellow', count: number): Task[] {
  if (count === 0) return [];
  return [
    {
      key: light,
      tone: light === 'red' ? 'bad' : 'warn',
      badge: '时限',
      text: `有 ${count} 份申请${light === 'red' ? '已超期' : '临近办理期限'}`,
      path: '/applications',
      search: { view: 'open', light },
      action: '去查看',
    },
  ];
}

function FindingWarnings(): ReactElement {
  const query = useFoundEvaluation();
  return <QueryState query={query}>{(view) => <Findings view={view} />}</QueryState>;
}

const SHOWN = 5;

function Findings({ view }: { readonly view: EvaluationView | null }): ReactElement {
  if (view === null) return <p className="panel-none">还没有年度绩效评价，暂无预警。</p>;
  const grave = (['error', 'warn'] as const).flatMap((severity) =>
    view.findings.filter((finding) => finding.severity === severity),
  );
  if (grave.length === 0) {
    return <p className="panel-none">{`${view.fund.year}年绩效评价没有发现须整改的问题。`}</p>;
  }
  return (
    <>
      <p className="panel-lead">{`${view.fund.year}年绩效评价发现 ${grave.length} 项须整改或应改进的问题：`}</p>
      <ul className="tasks">
        {grave.slice(0, SHOWN).map(({ position, severity, statement }) => (
          <li key={position}>
            <StatusBadge tone={SEVERITIES[severity].tone}>{SEVERITIES[severity].label}</StatusBadge>
            <span className="task-text">{statement}</span>
          </li>
        ))}
      </ul>
      {grave.length > SHOWN ? (
        <p className="panel-note">
          <Link to="/evaluation/findings">{`查看其余 ${grave.length - SHOWN} 项`}</Link>
        </p>
      ) : null}
    </>
  );
}

function OutboxWarnings(): ReactElement {
  const refused = useMessagesInState('refused', true);
  const unknown = useMessagesInState('unknown', true);
  return (
    <QueryState query={refused}>
      {(refusedList) => (
        <QueryState query={unknown}>
          {(unknownList) => {
            const tasks = [
              ...messageTasks('refused', refusedList),
              ...messageTasks('unknown', unknownList),
            ];
            return tasks.length === 0 ? (
              <p className="panel-none">外发消息没有被拒绝或结果不明的。</p>
            ) : (
              <TaskList tasks={tasks} />
            );
          }}
        </QueryState>
      )}
    </QueryState>
  );
}

function messageTasks(state: 'refused' | 'unknown', { items, next }: OutboxList): Task[] {
  if (items.length === 0) return [];
  const count = next === null ? String(items.length) : `${items.length} 多`;
  const isRefused = state === 'refused';
  return [
    {
      key: state,
      tone: isRefused ? 'bad' : 'warn',
      badge: '外发',
      text: `${count} 条外发消息${isRefused ? '被拒绝' : '结果不明，可能没有送达'}`,
      path: '/outbox',
      search: { state },
      action: '去处理',
    },
  ];
}
