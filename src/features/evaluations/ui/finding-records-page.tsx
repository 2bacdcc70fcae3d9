import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { WayBack } from '#ui/way-back.tsx';

import { useEvaluation } from './evaluation-queries.ts';
import { FigureRecords } from './figure-records.tsx';
import { FindingCard } from './finding-card.tsx';

const route = getRouteApi('/evaluation/findings/$position/records');

/** The rows that a finding names. */
export function FindingRecordsPage(): ReactElement {
  const { position } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useEvaluation();
  return (
    <>
      <PageTitle
        title="问题的相关记录"
        before={<WayBack label="返回" home="/evaluation/findings" />}
      />
      <QueryState query={query}>
        {(view) => {
          const finding = view.findings.find((one) => String(one.position) === position);
          if (finding === undefined) return <EmptyState title="没有这个问题" />;
          return (
            <>
              <ul className="findings">
                <FindingCard finding={{ ...finding, rows: 0 }} view={view} />
              </ul>
              <FigureRecords
                figure={{ kind: 'finding', position: finding.position }}
                hasTest={false}
                search={search}
                onSearch={(next) => void navigate({ search: next, replace: true })}
              />
            </>
          );
        }}
      </QueryState>
    </>
  );
}
