import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ComponentType, ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { describeForm } from '#features/households/rules/describe-form.ts';
import type { ClassView } from '#features/households/rules/household-views.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { WORKER_DESK_ROUTES } from '../../contract.ts';
import { FamilyFiling } from '../../rules/desk-inputs.ts';
import type { FamilyFormDetail } from '../../rules/desk-views.ts';
import { useAskAgain, useFamilyForm } from './desk-queries.ts';

const route = getRouteApi('/family-forms/$id');

export interface FamilyFormPageProps {
  /** The hardship class with its reasons; handed in, because it is the households' own. */
  readonly ClassReasons: ComponentType<{ readonly of: ClassView }>;
}

/** A form handed in: read against the papers, then filed or given back. */
export function FamilyFormPage({ ClassReasons }: FamilyFormPageProps): ReactElement {
  const { id } = route.useParams();
  return (
    <QueryState query={useFamilyForm(Number(id))}>
      {(form) => (
        <DetailPage
          title={`${form.name}的家庭登记表`}
          description={`${form.unionName}，申请${form.number}，${form.handedInOn}提交`}
          before={<WayBack label="返回职工待建档" home="/family-forms" />}
          actions={<FormActions form={form} />}
        >
          {form.story === null ? null : (
            <Panel title="申请说明">
              <p>{form.story}</p>
            </Panel>
          )}
          <Panel title="试算的困难类别">
            <ClassReasons of={form.class} />
          </Panel>
          {describeForm(form.form, []).parts.map(({ title, entries }) => (
            <DescriptionCard
              key={`${title} ${entries[0]?.path ?? ''}`}
              title={title}
              items={entries.map(({ label, text }) => ({ label, value: text }))}
            />
          ))}
        </DetailPage>
      )}
    </QueryState>
  );
}

function FormActions({ form }: { readonly form: FamilyFormDetail }): ReactElement | null {
  const [act, setAct] = useState<'file' | 'return'>();
  const navigate = useNavigate();
  const askAgain = useAskAgain();
  const { id } = form;
  if (!useMay()('workers.answer' satisfies Permission)) return null;
  const close = (): void => setAct(undefined);
  return (
    <>
      <Button type="primary" onClick={() => setAct('file')}>
        建立档案
      </Button>
      <Button onClick={() => setAct('return')}>退回修改</Button>
      {act === 'file' ? <FilingDialog form={form} onClose={close} /> : null}
      <ReasonDialog
        title="退回职工修改"
        isOpen={act === 'return'}
        label="要改什么"
        placeholder="例如：请补填配偶的收入"
        confirmText="退回"
        onConfirm={async (reason) => {
          await callRoute(WORKER_DESK_ROUTES.returnForm, { params: { id }, body: { reason } });
          askAgain();
          void navigate({ to: '/family-forms' });
        }}
        onCancel={close}
      >
        <p>职工会收到消息，改好后再次提交。</p>
      </ReasonDialog>
    </>
  );
}

interface FilingDialogProps {
  readonly form: FamilyFormDetail;
  readonly onClose: () => void;
}

function FilingDialog({ form, onClose }: FilingDialogProps): ReactElement {
  const navigate = useNavigate();
  const askAgain = useAskAgain();
  const { id, name } = form;
  return (
    <FormDialog
      title="建立档案"
      lead={`按${name}填写的登记表建立档案，并以本人名义提交申请。个别地方有误的，建档后在档案中更正。`}
      isOpen
      onClose={onClose}
      schema={FamilyFiling}
      initialValues={{ openedOn: chinaToday(), reason: '职工本人申请建档' }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(WORKER_DESK_ROUTES.fileForm, { params: { id }, body, idempotencyKey })
      }
      onDone={({ applicationId }) => {
        askAgain();
        const params = { id: String(applicationId) };
        void navigate({ to: '/applications/$id', params });
      }}
      submitText="建档并提交申请"
    >
      <Field name="openedOn" label="建档日期">
        <DateInput latest={chinaToday()} />
      </Field>
      <Field name="reason" label="建档理由" isWide>
        <Input maxLength={500} />
      </Field>
    </FormDialog>
  );
}
