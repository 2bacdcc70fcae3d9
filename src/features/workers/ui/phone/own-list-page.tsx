import type { ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import { LoadState } from '#ui/light/load-state.tsx';
import { Note } from '#ui/light/note.tsx';
import { Page } from '#ui/light/page.tsx';
import { Way } from '#ui/light/way.tsx';

import type { OwnRow } from '../../rules/own-views.ts';
import { useOwnApplications } from '../own-queries.ts';

/** 我的申请 */
export function OwnListPage(): ReactElement {
  const query = useOwnApplications();
  return (
    <Page title="我的申请">
      <LoadState query={query}>
        {({ items }) => (
          <div className="stack">
            {items.length === 0 ? (
              <Note tone="info" title="您还没有申请">
                <p>可以先做自测，看看是否符合条件，再填写申请。</p>
                <Way to="/self-test" className="button">
                  做自测
                </Way>
              </Note>
            ) : null}
            {items.map((item) => (
              <OwnCard key={item.id} item={item} />
            ))}
            <Way to="/my/new" className="button button-main">
              申请救助
            </Way>
          </div>
        )}
      </LoadState>
    </Page>
  );
}

function OwnCard({ item }: { readonly item: OwnRow }): ReactElement {
  return (
    <div className="card">
      <h2>
        <Way to={`/my/applications/${item.id}`}>{item.className ?? item.aidType}</Way>
      </h2>
      <p>{item.stateText}</p>
      {item.isWaitingForMe ? <p className="error">等您办理</p> : null}
      {item.approvedFen === null ? null : <p>批准 {formatYuan(fen(item.approvedFen))} 元</p>}
      <p className="small">申请编号 {item.number}</p>
    </div>
  );
}
