import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import { WORKER_DESK_ROUTES } from '../../contract.ts';
import { CorrectionAnswer } from '../../rules/desk-inputs.ts';
import type { CorrectionRow } from '../../rules/desk-views.ts';
import { CORRECTION_FIELDS, useAskAgain, useCorrections } from './desk-queries.ts';
import { CORRECTION_CHOICES } from './desk-texts.ts';

const route = getRouteApi('/corrections');

/** 更正请求: what workers find wrong in what is kept of them. */
export function CorrectionsPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useCorrections(search);
  const [asked, setAsked] = useState<CorrectionRow>();
  return (
    <>
      <ListPage<CorrectionRow>
        listKey="corrections"
        title="更正请求"
        description="职工对工会保存的本人信息提出的更正。先核对并在档案或名册中改好，再答复；答复会通知职工。"
        fields={CORRECTION_FIELDS}
        columns={COLUMNS}
        rowKey={({ id }) => String(id)}
        rowActions={answerAction(setAsked)}
        search={search}
        onSearchChange={(next) => void navigate({ to: '/corrections', search: next })}
        pages={pages}
        emptyText="职工没有提出更正请求"
      />
      {asked === undefined ? null : (
        <AnswerDialog request={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

function answerAction(onAnswer: (request: CorrectionRow) => void) {
  return {
    width: 80,
    render: (request: CorrectionRow) =>
      request.state === 'open' ? (
        <Button type="link" size="small" onClick={() => onAnswer(request)}>
          答复<span className="visually-hidden">{`${request.name}的更正请求`}</span>
        </Button>
      ) : null,
  };
}

interface AnswerDialogProps {
  readonly request: CorrectionRow;
  readonly onClose: () => void;
}

function AnswerDialog({ request, onClose }: AnswerDialogProps): ReactElement {
  const askAgain = useAskAgain();
  const { id, name, topicName, wish } = request;
  return (
    <FormDialog
      title="答复更正请求"
      lead={`${name}（${topicName}）：${wish}`}
      isOpen
      onClose={onClose}
      schema={CorrectionAnswer}
      initialValues={{ isDone: true }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(WORKER_DESK_ROUTES.answerCorrection, { params: { id }, body, idempotencyKey })
      }
      onDone={askAgain}
      submitText="答复"
    >
      <Field name="isDone" label="处理结果" isWide>
        <Radio.Group
          options={[
            { value: true, label: '已更正' },
            { value: false, label: '不更正' },
          ]}
        />
      </Field>
      <Field name="answer" label="答复内容" isWide hint="职工会看到；不更正的请写明理由">
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </FormDialog>
  );
}

const TONES = { open: 'warn', done: 'good', declined: 'plain' } as const;

function NameLink({ request }: { readonly request: CorrectionRow }): ReactElement {
  const { householdId, name } = request;
  if (householdId === null) return <>{name}</>;
  return (
    <Link to="/households/$id" params={{ id: String(householdId) }}>
      {name}
    </Link>
  );
}

const COLUMNS: readonly ListColumn<CorrectionRow>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 110,
    isCardTitle: true,
    isAlwaysShown: true,
    render: (request) => <NameLink request={request} />,
  },
  { key: 'topic', title: '内容', width: 130, render: ({ topicName }) => topicName },
  { key: 'wish', title: '请求', width: 320, render: ({ wish }) => wish },
  {
    key: 'state',
    title: '状态',
    width: 100,
    render: ({ state }) => (
      <StatusBadge tone={TONES[state]}>{CORRECTION_CHOICES[state]}</StatusBadge>
    ),
  },
  { key: 'askedOn', title: '提出日期', width: 110, render: ({ askedOn }) => askedOn },
  { key: 'answer', title: '答复', width: 240, render: ({ answer }) => answer ?? '—' },
  { key: 'unionName', title: '所属工会', width: 200, render: ({ unionName }) => unionName },
];
