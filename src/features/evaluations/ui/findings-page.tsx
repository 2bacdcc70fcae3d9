import { Link, getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactElement } from 'react';

import { ChoiceBar } from '#ui/choice-bar.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';

import type { EvaluationView, FindingView } from '../contract.ts';
import type { Finding } from '../rules/evaluation.ts';
import { useEvaluation } from './evaluation-queries.ts';
import { FindingCard } from './finding-card.tsx';
import { SEVERITIES } from './labels.ts';
import type { FindingsSearch } from './search-schemas.ts';

const route = getRouteApi('/evaluation/findings');

/** The gravest first; those alike stay in the order of the report. */
const ORDER: readonly Finding['severity'][] = ['error', 'warn', 'info'];

export function FindingsPage(): ReactElement {
  const query = useEvaluation();
  return (
    <>
      <PageTitle title="问题与建议">由数据和记录得出的问题、涉及的指标和改进建议。</PageTitle>
      <QueryState query={query}>{(view) => <Findings view={view} />}</QueryState>
    </>
  );
}

function Findings({ view }: { readonly view: EvaluationView }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = view.findings.filter((finding) => isWanted(finding, search));
  const shown = ORDER.flatMap((severity) => wanted.filter((one) => one.severity === severity));
  return (
    <>
      <FindingFilters
        findings={view.findings}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
      />
      {shown.length === 0 ? (
        <EmptyState title={view.findings.length === 0 ? '没有发现问题' : '没有符合条件的问题'}>
          {view.findings.length === 0 ? null : <Link to="/evaluation/findings">查看全部问题</Link>}
        </EmptyState>
      ) : (
        <ul className="findings">
          {shown.map((finding) => (
            <FindingCard key={finding.position} finding={finding} view={view} />
          ))}
        </ul>
      )}
    </>
  );
}

interface FindingFiltersProps {
  readonly findings: readonly FindingView[];
  readonly search: FindingsSearch;
  readonly onSearch: (next: FindingsSearch) => void;
}

function FindingFilters({ findings, search, onSearch }: FindingFiltersProps): ReactElement {
  const indicators = [...new Set(findings.flatMap(({ indicator }) => indicator ?? []))];
  const options = ORDER.map((severity) => ({
    value: severity,
    label: `${SEVERITIES[severity].label}（${findings.filter((one) => one.severity === severity).length}）`,
  }));
  return (
    <div className="filters">
      <ChoiceBar
        label="轻重"
        value={search.severity ?? 'all'}
        options={[{ value: 'all', label: `全部（${findings.length}）` }, ...options]}
        onChange={(value) => onSearch({ ...search, severity: value === 'all' ? undefined : value })}
      />
      <Select
        className="filter-select"
        aria-label="涉及指标"
        placeholder="全部指标"
        allowClear
        value={search.indicator ?? null}
        options={indicators.map((name) => ({ value: name, label: name }))}
        onChange={(value) => onSearch({ ...search, indicator: value ?? undefined })}
      />
    </div>
  );
}

function isWanted(finding: FindingView, search: FindingsSearch): boolean {
  return (
    (search.severity === undefined || finding.severity === search.severity) &&
    (search.indicator === undefined || finding.indicator === search.indicator)
  );
}
