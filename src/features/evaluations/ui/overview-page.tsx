import type { ReactElement } from 'react';

import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';

import type { EvaluationView } from '../contract.ts';
import { AidSummary } from './aid-summary.tsx';
import { BranchScores } from './branch-scores.tsx';
import { DownloadList } from './download-list.tsx';
import { useEvaluation } from './evaluation-queries.ts';
import { chineseDate } from './figures.ts';
import { MoneySummary } from './money-summary.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { TotalScore } from './total-score.tsx';

export function OverviewPage(): ReactElement {
  const query = useEvaluation();
  return <QueryState query={query}>{(view) => <Overview view={view} />}</QueryState>;
}

function Overview({ view }: { readonly view: EvaluationView }): ReactElement {
  const { fund } = view;
  return (
    <>
      <PageTitle title="评价总览">
        {`${fund.organization} · ${fund.year}年度 · 数据截至${chineseDate(fund.cutoff)}`}
      </PageTitle>
      <div className="columns columns-hero">
        <TotalScore view={view} />
        <BranchScores view={view} />
      </div>
      <MoneySummary view={view} />
      <div className="columns">
        <ProblemSummary view={view} />
        <DownloadList view={view} />
      </div>
      <AidSummary view={view} />
    </>
  );
}
