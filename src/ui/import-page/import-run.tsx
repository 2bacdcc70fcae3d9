import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { JobProgress } from '../job-progress.tsx';
import { Panel } from '../panel.tsx';
import { QueryState } from '../query-state.tsx';
import type { ImportKind } from './import-kind.ts';

const EVERY_MS = 700;

interface ImportRunProps {
  readonly kind: ImportKind;
  readonly jobId: string;
  readonly onAgain: () => void;
}

/** The import under way, and how it ended. It goes on when the page is left. */
export function ImportRun({ kind, jobId, onAgain }: ImportRunProps): ReactElement {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['jobs', 'one', jobId],
    queryFn: ({ signal }) => kind.loadJob(jobId, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : EVERY_MS,
  });
  const isDone = query.data?.state === 'done';
  useEffect(() => {
    if (isDone) void client.invalidateQueries({ queryKey: [kind.queryKey] });
  }, [isDone, client, kind.queryKey]);
  return (
    <Panel title="导入结果">
      <QueryState query={query}>
        {({ title, state, doneCount, totalCount, step, error, result }) => (
          <>
            <JobProgress
              label={title}
              state={state}
              done={doneCount}
              total={totalCount ?? undefined}
              message={error?.detail ?? step ?? undefined}
            />
            <Counts kind={kind} result={result} />
            {state === 'done' || state === 'failed' ? (
              <div className="button-row import-next">
                <Link to={kind.home}>{`查看${kind.name}`}</Link>
                <Button onClick={onAgain}>再导入一个文件</Button>
              </div>
            ) : (
              <p>可以离开本页，完成后在“消息”中通知您。</p>
            )}
          </>
        )}
      </QueryState>
    </Panel>
  );
}

interface CountsProps {
  readonly kind: ImportKind;
  readonly result: unknown;
}

function Counts({ kind, result }: CountsProps): ReactElement | null {
  const counts = kind.readResult(result);
  if (counts === undefined) return null;
  const { createCount, updateCount, unchangedCount, skippedCount } = counts;
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={`已新建 ${createCount} ${kind.counted}，更新 ${updateCount} ${kind.counted}。`}
        description={
          unchangedCount === 0 ? undefined : `另有 ${unchangedCount} 行与系统一致，未作改动。`
        }
      />
      {skippedCount === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          className="form-notice"
          title={`跳过了 ${skippedCount} 行有误的数据`}
          description="请在下载的“错误原因”文件中改正后，再导入一次。"
        />
      )}
    </>
  );
}
