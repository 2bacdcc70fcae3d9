import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';

import { useFoundEvaluation } from './evaluation-queries.ts';

/** Around every page of the evaluation: the pages, or what to do when no year was evaluated yet. */
export function EvaluationFrame(): ReactElement {
  const query = useFoundEvaluation();
  return (
    <QueryState query={query}>
      {(found) => (found === null ? <NothingEvaluated /> : <Outlet />)}
    </QueryState>
  );
}

function NothingEvaluated(): ReactElement {
  return (
    <>
      <PageTitle title="绩效评价" />
      <EmptyState title="尚未评价任何年度">
        <p>
          请在服务器上用命令 <code>npm run songnuan -- template</code> 生成年度工作簿，填写后用
          <code>npm run songnuan -- evaluate</code> 完成评价。
        </p>
      </EmptyState>
    </>
  );
}
