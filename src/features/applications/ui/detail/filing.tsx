import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { useSubmit } from '#ui/form/use-submit.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { RequestFailure, failureText } from '#ui/request-failure.ts';

import { APPLICATION_ROUTES } from '../../contract.ts';
import type { ApplicationDetail, SubmissionCheck } from '../../rules/application-views.ts';
import { useSubmissionCheck, useTakeApplication } from '../application-queries.ts';
import { RuleReasons } from '../judgement-panel.tsx';
import { ReasonList } from '../words.tsx';

interface FilingProps {
  readonly application: ApplicationDetail;
}

/** 修改 the wish, and 删除 a draft. */
export function FilingActions({ application }: FilingProps): ReactElement {
  const { id, state } = application;
  const navigate = useNavigate();
  return (
    <>
      <Button
        onClick={() => void navigate({ to: '/applications/$id/edit', params: { id: String(id) } })}
      >
        修改申请内容
      </Button>
      {state === 'draft' ? <RemoveButton application={application} /> : null}
    </>
  );
}

function RemoveButton({ application }: FilingProps): ReactElement {
  const { id, version } = application;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [modal, holder] = Modal.useModal();
  return (
    <>
      {holder}
      <Button
        danger
        onClick={() =>
          void modal.confirm({
            title: '删除这份草稿？',
            content: '草稿和已上传的材料将一并删除，不能恢复。',
            okText: '删除',
            okButtonProps: { danger: true },
            onOk: async () => {
              await callRoute(APPLICATION_ROUTES.remove, { params: { id }, body: { version } });
              void client.invalidateQueries({ queryKey: ['applications', 'list'] });
              void navigate({ to: '/applications' });
            },
          })
        }
      >
        删除草稿
      </Button>
    </>
  );
}

/** 提交前检查: what is missing and what to think of, all at once; then the button that sends it. */
export function SubmitPanel({ application }: FilingProps): ReactElement {
  const { id, version, papers, consents } = application;
  const files = papers.reduce((sum, paper) => sum + paper.files.length, 0);
  const query = useSubmissionCheck(id, `${version}.${files}.${consents.length}`);
  return (
    <Panel title="提交前检查">
      <QueryState query={query}>
        {(check) => <Checked application={application} check={check} />}
      </QueryState>
    </Panel>
  );
}

interface CheckedProps extends FilingProps {
  readonly check: SubmissionCheck;
}

function Checked({ application, check }: CheckedProps): ReactElement {
  const { missing, warnings, judgement } = check;
  return (
    <>
      <Alert
        type={missing.length === 0 ? 'success' : 'warning'}
        showIcon
        className="form-notice"
        title={
          missing.length === 0 ? '材料和文书已经齐全' : `还缺 ${missing.length} 项，补齐后才能提交`
        }
        description={missing.length === 0 ? undefined : <ReasonList reasons={missing} />}
      />
      {warnings.length === 0 ? null : (
        <Alert
          type="info"
          showIcon
          className="form-notice"
          title="请留意"
          description={<ReasonList reasons={warnings} />}
        />
      )}
      <RuleReasons of={judgement} />
      <SubmitButton application={application} isReady={missing.length === 0} />
    </>
  );
}

interface SubmitButtonProps extends FilingProps {
  readonly isReady: boolean;
}

function SubmitButton({ application, isReady }: SubmitButtonProps): ReactElement {
  const { id, version, state } = application;
  const takeApplication = useTakeApplication();
  const [errors, setErrors] = useState<readonly string[]>([]);
  const action = state === 'supplementing' ? 'answer_supplement' : 'submit';
  const { isBusy, run } = useSubmit<{ readonly version: number }>(async (body, info) => {
    const call = { params: { id }, body: { ...body, action } as const, ...info };
    takeApplication(await callRoute(APPLICATION_ROUTES.actFiling, call));
  });
  return (
    <div className="panel-action">
      <Button
        type="primary"
        disabled={!isReady}
        loading={isBusy}
        onClick={() => {
          setErrors([]);
          void run({ version }).catch((cause: unknown) => setErrors(sentencesOf(cause)));
        }}
      >
        {action === 'submit' ? '提交申请' : '提交补正材料'}
      </Button>
      {errors.length === 0 ? null : (
        <Alert type="error" showIcon role="alert" title={errors.join(' ')} />
      )}
    </div>
  );
}

function sentencesOf(cause: unknown): readonly string[] {
  const faults = cause instanceof RequestFailure ? cause.errors : [];
  return [failureText(cause), ...faults.map(({ message }) => message)];
}
