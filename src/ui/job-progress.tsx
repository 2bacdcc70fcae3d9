import { Alert, Button, Progress } from 'antd';
import type { ReactElement, ReactNode } from 'react';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobProgressProps {
  /** What the job does: 导出困难职工名册 */
  readonly label: string;
  readonly state: JobState;
  readonly done?: number | undefined;
  /** Unknown while the job still counts. */
  readonly total?: number | undefined;
  /** What it is at, or why it failed. */
  readonly message?: string | undefined;
  /** Link to what came of it; shown once done. */
  readonly result?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
}

const STATE_TEXT: Readonly<Record<JobState, string>> = {
  queued: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '未完成',
  cancelled: '已取消',
};

/** How far a background job is; the end is read out. */
export function JobProgress(props: JobProgressProps): ReactElement {
  const { state } = props;
  return (
    <div className="job-progress" aria-live="polite">
      {state === 'queued' || state === 'running' ? (
        <JobUnderWay {...props} />
      ) : (
        <JobEnd {...props} state={state} />
      )}
    </div>
  );
}

function JobUnderWay(props: JobProgressProps): ReactElement {
  const { label, state, message, onCancel } = props;
  return (
    <>
      <div className="job-head">
        <strong>{`${label}：${STATE_TEXT[state]}`}</strong>
        <span aria-live="off">{countText(props)}</span>
        {onCancel === undefined ? null : (
          <Button size="small" onClick={onCancel}>
            取消
          </Button>
        )}
      </div>
      <Progress percent={percentOf(props)} status="active" aria-label={label} aria-live="off" />
      {message === undefined ? null : <p className="field-hint">{message}</p>}
    </>
  );
}

interface JobEndProps extends JobProgressProps {
  readonly state: keyof typeof ALERT_TYPE;
}

function JobEnd({ label, state, message, result, onRetry }: JobEndProps): ReactElement {
  const retry =
    onRetry === undefined ? null : (
      <Button size="small" onClick={onRetry}>
        重试
      </Button>
    );
  return (
    <Alert
      showIcon
      type={ALERT_TYPE[state]}
      title={`${label}：${STATE_TEXT[state]}`}
      description={message}
      action={state === 'done' ? result : retry}
    />
  );
}

const ALERT_TYPE = { done: 'success', failed: 'error', cancelled: 'warning' } as const;

type Amount = Pick<JobProgressProps, 'done' | 'total'>;

function percentOf({ done = 0, total }: Amount): number {
  return total === undefined || total === 0 ? 0 : Math.min(Math.floor((done / total) * 100), 100);
}

function countText({ done, total }: Amount): string {
  if (done === undefined) return '';
  return total === undefined ? `已处理 ${done}` : `${done} / ${total}`;
}
