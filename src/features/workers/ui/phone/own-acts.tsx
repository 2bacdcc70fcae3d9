import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { go } from '#ui/light/address.ts';
import { FailureNote } from '#ui/light/failure-note.tsx';
import { LightForm } from '#ui/light/light-form.tsx';
import { Note } from '#ui/light/note.tsx';
import type { NoteTone } from '#ui/light/note.tsx';
import { LongTextField } from '#ui/light/text-field.tsx';
import { useTask } from '#ui/light/use-task.ts';

import { OWN_CASE_ROUTES } from '../../contract.ts';
import type { OwnDetail } from '../../rules/own-views.ts';
import { useTakeOwnApplication } from '../own-queries.ts';

interface ActsProps {
  readonly application: OwnDetail;
}

/** The buttons of what may be done now. */
export function OwnActs({ application }: ActsProps): ReactElement | null {
  const { acts } = application;
  if (acts.length === 0) return null;
  return (
    <div className="stack">
      {acts.includes('submit') ? <Submit application={application} /> : null}
      {acts.includes('answer_supplement') ? <AnswerSupplement application={application} /> : null}
      {acts.includes('request_reexamination') ? (
        <ReasonAct
          application={application}
          route="requestReexamination"
          title="申请复核"
          label="为什么不同意这个决定"
        />
      ) : null}
      {acts.includes('withdraw') ? (
        <ReasonAct application={application} route="withdraw" title="撤回申请" label="撤回的理由" />
      ) : null}
      {acts.includes('remove') ? <Remove application={application} /> : null}
    </div>
  );
}

/** Says first what is missing, all of it at once. */
function Submit({ application }: ActsProps): ReactElement {
  const { id, version } = application;
  const take = useTakeOwnApplication();
  const check = useQuery({
    queryKey: ['my', 'check', id, application],
    queryFn: ({ signal }) => callRoute(OWN_CASE_ROUTES.check, { params: { id }, signal }),
  });
  const task = useTask(async () =>
    take(await callRoute(OWN_CASE_ROUTES.submit, { params: { id }, body: { version } })),
  );
  const missing = (check.data?.missing ?? []).map(({ text }) => text);
  const notes = [
    ...(check.data?.warnings ?? []),
    ...(check.data?.remarks ?? []).map(({ text, citation }) => `${text}（${citation}）`),
  ];
  return (
    <div className="card">
      <h2>提交</h2>
      <Points tone="warn" title="提交前还缺：" texts={missing} />
      <Points tone="info" title="请留意：" texts={notes} />
      <FailureNote failure={task.failure ?? check.error ?? undefined} />
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={task.isBusy || missing.length > 0}
          onClick={() => task.run()}
        >
          {task.isBusy ? '正在提交…' : '提交申请'}
        </button>
      </div>
    </div>
  );
}

interface PointsProps {
  readonly tone: NoteTone;
  readonly title: string;
  readonly texts: readonly string[];
}

function Points({ tone, title, texts }: PointsProps): ReactElement | null {
  if (texts.length === 0) return null;
  return (
    <Note tone={tone} title={title}>
      <ul className="bullets">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Note>
  );
}

function AnswerSupplement({ application: { id, version } }: ActsProps): ReactElement {
  const take = useTakeOwnApplication();
  const task = useTask(async () =>
    take(await callRoute(OWN_CASE_ROUTES.answerSupplement, { params: { id }, body: { version } })),
  );
  return (
    <div className="card">
      <h2>补交完成</h2>
      <p>材料都上传后，点下面的按钮交给工会。</p>
      <FailureNote failure={task.failure} />
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={task.isBusy}
          onClick={() => task.run()}
        >
          {task.isBusy ? '正在提交…' : '提交补正材料'}
        </button>
      </div>
    </div>
  );
}

interface ReasonActProps extends ActsProps {
  readonly route: 'withdraw' | 'requestReexamination';
  readonly title: string;
  readonly label: string;
}

function ReasonAct({ application, route, title, label }: ReasonActProps): ReactElement {
  const { id, version } = application;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const take = useTakeOwnApplication();
  const task = useTask(async () => {
    take(await callRoute(OWN_CASE_ROUTES[route], { params: { id }, body: { version, reason } }));
    setOpen(false);
  });
  if (!isOpen) {
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {title}
      </button>
    );
  }
  return (
    <div className="card">
      <LightForm task={task} submitText={title} onSubmit={() => task.run()}>
        <LongTextField
          label={label}
          value={reason}
          maxLength={1000}
          onChange={setReason}
          rows={3}
        />
      </LightForm>
      <button type="button" className="button-link" onClick={() => setOpen(false)}>
        不办了
      </button>
    </div>
  );
}

function Remove({ application: { id, version } }: ActsProps): ReactElement {
  const client = useQueryClient();
  const task = useTask(async () => {
    await callRoute(OWN_CASE_ROUTES.remove, { params: { id }, body: { version } });
    go('/my', { isReplacing: true });
    await client.invalidateQueries({ queryKey: ['my'] });
  });
  return (
    <>
      <FailureNote failure={task.failure} />
      <button
        type="button"
        className="button button-danger"
        disabled={task.isBusy}
        onClick={() => (window.confirm('删除这份草稿？删除后不能恢复。') ? task.run() : undefined)}
      >
        删除草稿
      </button>
    </>
  );
}
