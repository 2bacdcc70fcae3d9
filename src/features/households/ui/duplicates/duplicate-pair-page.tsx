import { Link, getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { findDuplicateText, speaksAgainst } from '../../rules/duplicate-texts.ts';
import type { DuplicateDetail } from '../../rules/duplicate-views.ts';
import { ComparedTable } from './compared-table.tsx';
import { useDuplicate } from './duplicate-queries.ts';
import { KindBadge, VerdictBadge } from './duplicate-words.tsx';
import { VerdictActions } from './verdict-actions.tsx';

const route = getRouteApi('/duplicates/$id');

/** Two people side by side, why they may be one, and what was made of it. */
export function DuplicatePairPage(): ReactElement {
  const { id } = route.useParams();
  const query = useDuplicate(Number(id));
  return <QueryState query={query}>{(pair) => <Loaded pair={pair} />}</QueryState>;
}

interface PairProps {
  readonly pair: DuplicateDetail;
}

function Loaded({ pair }: PairProps): ReactElement {
  const { first, second } = pair;
  const may = useMay();
  return (
    <DetailPage
      title={`${first.name}与${second.name}`}
      status={
        <>
          <KindBadge kind={pair.kind} /> <VerdictBadge verdict={pair.verdict} />
        </>
      }
      description={`相似分 ${pair.score}（满分 100）`}
      before={<WayBack label="返回重复核查" home="/duplicates" />}
      actions={
        may('households.merge' satisfies Permission) ? (
          <VerdictActions key={pair.verdict} pair={pair} />
        ) : undefined
      }
    >
      <Verdict pair={pair} />
      <Panel title="理由">
        <Reasons pair={pair} />
      </Panel>
      <Panel title="并排比对" extra="有差异的内容已标出；证件号等只显示一部分">
        <ComparedTable pair={pair} />
      </Panel>
    </DetailPage>
  );
}

function Reasons({ pair: { reasons } }: PairProps): ReactElement {
  const textsOf = (isAgainst: boolean): string[] =>
    reasons
      .filter((reason) => speaksAgainst(reason) === isAgainst)
      .flatMap((reason) => findDuplicateText(reason) ?? []);
  return (
    <ul className="duplicate-reasons">
      {textsOf(false).map((text) => (
        <li key={text}>支持：{text}</li>
      ))}
      {textsOf(true).map((text) => (
        <li key={text}>存疑：{text}</li>
      ))}
    </ul>
  );
}

/** What was made of it; one person in two files leads on to the merge of the files. */
function Verdict({ pair }: PairProps): ReactElement | null {
  const { verdict, verdictReason, verdictByName, verdictAt, first, second } = pair;
  if (verdict === null) return null;
  const by = `${verdictByName ?? '已注销的账号'}，${(verdictAt ?? '').slice(0, 10)}`;
  const open = [first, second].find(({ householdState }) => householdState === 'open');
  return (
    <Alert
      type={verdict === 'same' ? 'warning' : 'info'}
      showIcon
      className="form-notice"
      title={verdict === 'same' ? '已认定为同一人' : '已认定为不同人'}
      description={`${verdictReason ?? ''}（${by}）。资料变化后须重新认定。`}
      action={
        verdict === 'same' && open !== undefined ? (
          <Link to="/households/$id" params={{ id: String(open.householdId) }}>
            打开档案办理并户
          </Link>
        ) : undefined
      }
    />
  );
}
