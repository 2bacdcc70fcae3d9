import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import { DateInput } from '#ui/form/date-input.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { StatFigure } from '#ui/stat-figure.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';
import { WayBack } from '#ui/way-back.tsx';

import type { Figures, FundYearDetail } from '../rules/fund-views.ts';
import type { PaceLight } from '../rules/pace.ts';
import { AdjustmentsPanel } from './adjustments-panel.tsx';
import { moneyText, rateText } from './figures.ts';
import { FundActions } from './fund-actions.tsx';
import { useFundYear } from './fund-queries.ts';
import { sourceColumns } from './source-columns.tsx';

const route = getRouteApi('/funds/$id');

/** One fund-year: its sources with budget, receipts, spending and balance, today or on a day gone by. */
export function FundYearPage(): ReactElement {
  const { id } = route.useParams();
  const { on } = route.useSearch();
  const query = useFundYear(Number(id), on);
  return <QueryState query={query}>{(view) => <FundYear view={view} />}</QueryState>;
}

function FundYear({ view }: { readonly view: FundYearDetail }): ReactElement {
  const { year, unionName, total, isSample } = view;
  return (
    <>
      <PageTitle
        title={`${year}年资金${isSample ? '（样例）' : ''}`}
        before={<WayBack label="返回资金管理" home="/funds" />}
        status={<PaceBadge figures={total} />}
      >
        {unionName}
      </PageTitle>
      <FundActions view={view} />
      <Totals view={view} />
      <Panel title="资金来源" extra={<BalanceDay view={view} />}>
        {view.sources.length === 0 ? (
          <p>还没有资金来源。请先用“登记来源”登记财政资金、工会经费等来源，再登记年初预算。</p>
        ) : (
          <DataTable
            label="资金来源"
            columns={sourceColumns(view.id)}
            rows={view.sources}
            rowKey={({ id }) => String(id)}
          />
        )}
        <p>
          <Link to="/funds/entries" search={{ fundYearId: String(view.id) }}>
            查看本年度全部流水
          </Link>
        </p>
      </Panel>
      <AdjustmentsPanel view={view} />
      <NextYear view={view} />
    </>
  );
}

const TONES: Readonly<Record<PaceLight, Tone>> = { green: 'good', yellow: 'warn', red: 'bad' };
const LIGHTS: Readonly<Record<PaceLight, string>> = {
  green: '进度正常',
  yellow: '偏离计划超过10个百分点',
  red: '偏离计划超过20个百分点',
};

export function PaceBadge({ figures }: { readonly figures: Pick<Figures, 'light'> }): ReactElement {
  return <StatusBadge tone={TONES[figures.light]}>{LIGHTS[figures.light]}</StatusBadge>;
}

function Totals({ view }: { readonly view: FundYearDetail }): ReactElement {
  const { total, plannedRate } = view;
  return (
    <Panel title="全年总况">
      <div className="stats">
        <StatFigure label="年初预算" value={moneyText(total.initialFen)} unit="元" />
        <StatFigure label="调整后预算" value={moneyText(total.budgetFen)} unit="元" />
        <StatFigure
          label="到位"
          value={moneyText(total.receivedFen)}
          unit="元"
          note={`到位率${rateText(total.receivedRate)}`}
        />
        <StatFigure
          label="已支出"
          value={moneyText(total.spentFen)}
          unit="元"
          note={`按年初预算${rateText(total.initialRate)}，按调整后预算${rateText(total.budgetRate)}；计划进度${rateText(plannedRate)}`}
        />
        <StatFigure
          label="已预留、在批次中"
          value={moneyText(total.reservedFen + total.committedFen)}
          unit="元"
        />
        <StatFigure
          label="可用额度"
          value={moneyText(total.availableFen)}
          unit="元"
          note={`账上余额${moneyText(total.cashFen)}元`}
        />
        <Forecast view={view} />
      </div>
    </Panel>
  );
}

function Forecast({ view }: { readonly view: FundYearDetail }): ReactElement {
  const { forecastFen } = view;
  if (forecastFen === null) {
    return <StatFigure label="预计全年支出" value="—" note="年初不足一个月，暂不预测" />;
  }
  return (
    <StatFigure
      label="预计全年支出"
      value={moneyText(forecastFen)}
      unit="元"
      note="按目前支出与计划进度之比推算，不少于已支出和已预留，不超过预算"
    />
  );
}

/** 余额查询: the same page as it stood at the end of another day. */
function BalanceDay({ view }: { readonly view: FundYearDetail }): ReactElement {
  const navigate = useNavigate();
  return (
    <label>
      余额日期{' '}
      <DateInput
        value={view.on}
        onChange={(on) =>
          void navigate({
            to: '/funds/$id',
            params: { id: String(view.id) },
            search: on === undefined ? {} : { on },
          })
        }
      />
    </label>
  );
}

function NextYear({ view }: { readonly view: FundYearDetail }): ReactElement {
  const { nextYearFen, nextYearNote, monthlyPlan, year } = view;
  return (
    <Panel title="计划">
      <div className="stats">
        <StatFigure
          label={`${year + 1}年度预算需求`}
          value={nextYearFen === null ? '未填写' : moneyText(nextYearFen)}
          {...(nextYearFen === null ? {} : { unit: '元' })}
          {...(nextYearNote === null ? {} : { note: nextYearNote })}
        />
        <StatFigure
          label="按月支出计划"
          value={monthlyPlan === null ? '按月平均' : '自定'}
          {...(monthlyPlan === null
            ? {}
            : {
                note: monthlyPlan
                  .map((share, month) => `${month + 1}月${rateText(share)}`)
                  .join('，'),
              })}
        />
      </div>
    </Panel>
  );
}
