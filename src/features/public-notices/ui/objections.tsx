import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { SecretValue } from '#ui/detail-page/secret-value.tsx';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { useMay } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import { PUBLIC_NOTICE_ROUTES as ROUTES } from '../contract.ts';
import { NewObjection, ObjectionAnswer } from '../rules/public-notice-inputs.ts';
import type { NoticeDetail, ObjectionView } from '../rules/public-notice-views.ts';
import { useTakeNotice } from './notice-queries.ts';

interface OfNotice {
  readonly notice: NoticeDetail;
}
interface DialogProps extends OfNotice {
  readonly onClose: () => void;
}

/** 登记异议 */
export function ObjectionDialog({ notice, onClose }: DialogProps): ReactElement {
  const takeNotice = useTakeNotice();
  const params = { id: notice.id };
  return (
    <FormDialog
      title="登记异议"
      lead="答复之前，该申请不会进入下一环节，也不能发放。异议人可以不留姓名。"
      isOpen
      onClose={onClose}
      schema={NewObjection}
      initialValues={{ receivedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(ROUTES.addObjection, { params, body, idempotencyKey })
      }
      onDone={takeNotice}
      submitText="登记"
    >
      <Field name="applicationId" label="对哪份申请" isWide>
        <Select<number>
          placeholder="请选择"
          options={notice.entries.map(({ applicationId, maskedName, position, number }) => ({
            value: applicationId,
            label: `${position} ${maskedName}（${number}）`,
          }))}
        />
      </Field>
      <ObjectionFields />
    </FormDialog>
  );
}

function ObjectionFields(): ReactElement {
  return (
    <>
      <Field name="receivedOn" label="收到日期">
        <DateInput latest={chinaToday()} />
      </Field>
      <Field name="objectorName" label="异议人姓名" hint="可不填；加密保存">
        <Input maxLength={60} />
      </Field>
      <Field name="objectorContact" label="联系方式" hint="可不填；加密保存">
        <Input maxLength={100} />
      </Field>
      <Field name="text" label="异议内容" isWide>
        <Input.TextArea rows={4} maxLength={2000} />
      </Field>
    </>
  );
}

/** 异议及答复 */
export function ObjectionsPanel({ notice }: OfNotice): ReactElement {
  return (
    <Panel title="异议及答复">
      {notice.objections.length === 0 ? (
        <p className="field-hint">没有收到异议。</p>
      ) : (
        notice.objections.map((objection) => (
          <Objection key={objection.id} notice={notice} objection={objection} />
        ))
      )}
    </Panel>
  );
}

interface ObjectionProps extends OfNotice {
  readonly objection: ObjectionView;
}

function Objection({ notice, objection }: ObjectionProps): ReactElement {
  const [isAnswering, setAnswering] = useState(false);
  const mayWrite = useMay()('public_notices.write' satisfies Permission);
  const entry = notice.entries.find(({ applicationId: id }) => id === objection.applicationId);
  const { answer, answeredBy, answeredAt } = objection;
  return (
    <article className="objection">
      <h3>
        {`${entry?.maskedName ?? ''}（${entry?.number ?? ''}） `}
        <VerdictBadge objection={objection} />
      </h3>
      <p>{objection.text}</p>
      <p className="field-hint">{`${objection.receivedOn} 收到，${objection.recordedBy} 登记`}</p>
      <Objector notice={notice} objection={objection} />
      {answer === null ? null : (
        <p>{`答复：${answer}（${answeredBy ?? ''} ${timeText(answeredAt ?? '')}）`}</p>
      )}
      {answer === null && mayWrite ? (
        <Button onClick={() => setAnswering(true)}>答复</Button>
      ) : null}
      {isAnswering ? (
        <AnswerDialog notice={notice} objection={objection} onClose={() => setAnswering(false)} />
      ) : null}
    </article>
  );
}

function VerdictBadge({ objection }: Pick<ObjectionProps, 'objection'>): ReactElement {
  const { isUpheld } = objection;
  if (isUpheld === null) return <StatusBadge tone="warn">待答复</StatusBadge>;
  return isUpheld ? (
    <StatusBadge tone="bad">异议成立</StatusBadge>
  ) : (
    <StatusBadge tone="good">异议不成立</StatusBadge>
  );
}

function Objector({ notice, objection }: ObjectionProps): ReactElement {
  const mayWrite = useMay()('public_notices.write' satisfies Permission);
  if (!objection.hasObjector) return <p className="field-hint">异议人未留姓名</p>;
  const params = { id: notice.id, objectionId: objection.id };
  const reveal = async (reason: string): Promise<string> => {
    const { name, contact } = await callRoute(ROUTES.revealObjector, { params, body: { reason } });
    return `${name} ${contact}`.trim();
  };
  return (
    <p>
      异议人：
      <SecretValue label="异议人" masked="＊＊＊" onReveal={mayWrite ? reveal : undefined} />
    </p>
  );
}

function AnswerDialog({ notice, objection, onClose }: DialogProps & ObjectionProps): ReactElement {
  const takeNotice = useTakeNotice();
  const params = { id: notice.id, objectionId: objection.id };
  return (
    <FormDialog
      title="答复异议"
      lead="异议不成立的，公示期满后申请自动继续；成立的，请在申请中作不予救助处理。答复后不能修改。"
      isOpen
      onClose={onClose}
      schema={ObjectionAnswer}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(ROUTES.answerObjection, { params, body, idempotencyKey })
      }
      onDone={takeNotice}
      submitText="答复"
    >
      <Field name="isUpheld" label="核实结论" isWide>
        <Radio.Group
          aria-label="核实结论"
          options={[
            { value: false, label: '异议不成立' },
            { value: true, label: '异议成立' },
          ]}
        />
      </Field>
      <Field name="answer" label="核实情况和答复" isWide>
        <Input.TextArea rows={4} maxLength={2000} />
      </Field>
    </FormDialog>
  );
}
