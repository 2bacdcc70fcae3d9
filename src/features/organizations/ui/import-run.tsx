import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { ImportResult } from '#features/fund-years/rules/import-views.ts';
import { JOB_ROUTES } from '#features/jobs/contract.ts';
import { callRoute } from '#ui/call-route.ts';
import { JobProgress } from '#ui/job-progress.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';

const EVERY_MS = 700;

interface ImportRunProps {
  readonly jobId: string;
  readonly onAgain: () => void;
}

/** The import under way, and how it ended. It goes on when the page is left. */
export function ImportRun({ jobId, onAgain }: ImportRunProps): ReactElement {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['jobs', 'one', jobId],
    queryFn: ({ signal }) => callRoute(JOB_ROUTES.get, { params: { id: jobId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : EVERY_MS,
  });
  const isDone = query.data?.state === 'done';
  useEffect(() => {
    if (isDone) void client.invalidateQueries({ queryKey: ['unions'] });
  }, [isDone, client]);
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
            <ImportCounts result={result} />
            {state === 'done' || state === 'failed' ? (
              <div className="button-row import-next">
                <Link to="/unions">查看工会组织</Link>
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

function ImportCounts({ result }: { readonly result: unknown }): ReactElement | null {
  const parsed = ImportResult.safeParse(result);
  if (!parsed.success) return null;
  const { createCount, updateCount, unchangedCount, skippedCount } = parsed.data;
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={`已新建 ${createCount} 个、更新 ${updateCount} 个工会。`}
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
