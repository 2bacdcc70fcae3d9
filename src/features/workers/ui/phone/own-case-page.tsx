import type { ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import { day, toChineseDate } from '#core/plain-date.ts';
import { LoadState } from '#ui/light/load-state.tsx';
import { Note } from '#ui/light/note.tsx';
import { Page } from '#ui/light/page.tsx';

import type { OwnDetail } from '../../rules/own-views.ts';
import { useOwnApplication } from '../own-queries.ts';
import { OwnActs } from './own-acts.tsx';
import { OwnConsents } from './own-consents.tsx';
import { OwnPapers } from './own-papers.tsx';

/** One of the own applications: where it stands, what is asked of me, what I may do. */
export function OwnCasePage({ id }: { readonly id: number }): ReactElement {
  const query = useOwnApplication(id);
  return (
    <Page title="申请详情" back={{ to: '/my', label: '我的申请' }}>
      <LoadState query={query}>{(application) => <OwnCase application={application} />}</LoadState>
    </Page>
  );
}

interface CaseProps {
  readonly application: OwnDetail;
}

function OwnCase({ application }: CaseProps): ReactElement {
  const { className, aidType, number, stateText, unionName, family, acts } = application;
  const isOpen = acts.includes('submit') || acts.includes('answer_supplement');
  return (
    <div className="stack">
      <div className="card">
        <h2>{className ?? aidType}</h2>
        <p>{stateText}</p>
        <p className="small">
          申请编号 {number}，{unionName}
        </p>
      </div>
      <Asked application={application} />
      {family !== null && family.form === null ? <NoFile /> : null}
      {isOpen ? <OwnPapers application={application} /> : null}
      {acts.includes('submit') ? <OwnConsents application={application} /> : null}
      <OwnActs application={application} />
      <Progress application={application} />
    </div>
  );
}

function NoFile(): ReactElement {
  return (
    <Note tone="warn" title="工会还没有您家的档案">
      <p>
        请带户口簿、身份证和收入证明到所在单位工会，由工作人员当面建档。建档后即可提交本申请，已填写的内容不会丢失。
      </p>
    </Note>
  );
}

/** What was decided, or what the union waits for. */
function Asked({ application }: CaseProps): ReactElement {
  const { supplement, returned, outcome, next } = application;
  return (
    <>
      {outcome === null ? null : (
        <Note tone={outcome.kind === 'granted' ? 'good' : 'info'} title={outcome.text}>
          {outcome.amountFen === null ? null : <p>金额：{formatYuan(fen(outcome.amountFen))} 元</p>}
          {outcome.reason === null ? null : <p>理由：{outcome.reason}</p>}
          {outcome.citations.length === 0 ? null : <p>依据：{outcome.citations.join('；')}</p>}
          <p>{outcome.nextStep}</p>
        </Note>
      )}
      {returned === null ? null : (
        <Note tone="warn" title="申请已退回，请修改后再提交">
          <p>{returned.reason}</p>
        </Note>
      )}
      {supplement === null ? null : (
        <Note tone="warn" title="请补交材料">
          <ul className="bullets">
            {supplement.papers.map((paper) => (
              <li key={paper}>{paper}</li>
            ))}
          </ul>
          {supplement.note === null ? null : <p>{supplement.note}</p>}
          {supplement.dueOn === null ? null : <p>请在{dayText(supplement.dueOn)}前补交。</p>}
        </Note>
      )}
      {outcome === null ? (
        <p>
          {next.text}
          {next.dueOn === null ? '' : `，最迟${dayText(next.dueOn)}`}
        </p>
      ) : null}
    </>
  );
}

function Progress({ application }: CaseProps): ReactElement {
  return (
    <section className="card">
      <h2>办理进度</h2>
      <ol className="progress">
        {application.progress.map(({ title, status, on, text }) => (
          <li key={title} className={`progress-${status}`}>
            <strong>{title}</strong>
            <span className="small"> {on === null ? STATUS_NAMES[status] : dayText(on)}</span>
            {text === null ? null : <p>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const STATUS_NAMES = { done: '已完成', now: '进行中', ahead: '待办理' };

function dayText(text: string): string {
  return toChineseDate(day(text));
}
