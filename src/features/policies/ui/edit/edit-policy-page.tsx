import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Input } from 'antd';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormPage } from '#ui/form/form-page.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useOwnAccountId } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { POLICY_ROUTES } from '../../contract.ts';
import type { PolicyDetail } from '../../rules/policy-views.ts';
import { TextsField } from '../choices.tsx';
import { usePolicy, useTakePolicy } from '../policy-queries.ts';
import { CitationsSection } from './citations-section.tsx';
import { ClassesSection } from './classes-section.tsx';
import {
  ClocksSection,
  LimitsSection,
  NoticeSection,
  QuarterlySection,
} from './limit-sections.tsx';
import { PapersSection } from './papers-section.tsx';
import { PolicyChangeValues } from './policy-form-values.ts';

const route = getRouteApi('/policies/$id/edit');

/** 修改草稿: the whole version as one form. */
export function EditPolicyPage(): ReactElement {
  const { id } = route.useParams();
  const query = usePolicy(Number(id));
  return (
    <QueryState query={query}>
      {(policy) =>
        policy.state === 'draft' ? (
          <EditForm key={policy.version} policy={policy} />
        ) : (
          <Alert
            type="info"
            showIcon
            title="该版本不是草稿，不能修改"
            description="需要修改的，请在救助制度页以它为底稿新建草稿。"
          />
        )
      }
    </QueryState>
  );
}

function EditForm({ policy }: { readonly policy: PolicyDetail }): ReactElement {
  const navigate = useNavigate();
  const takePolicy = useTakePolicy();
  const accountId = useOwnAccountId();
  const { id, version, title, validFrom, validTo, note, body } = policy;
  const initial = useMemo(
    () => ({ version, title, validFrom, validTo, note, body }),
    [version, title, validFrom, validTo, note, body],
  );
  const page = { to: '/policies/$id', params: { id: String(id) } } as const;
  return (
    <FormPage
      title={`修改草稿：${title}`}
      description="保存时一次列出全部问题。保存后自动重新核对用例。"
      before={<WayBack label="返回制度" home={`/policies/${id}`} />}
      schema={PolicyChangeValues}
      initialValues={initial}
      draftKey={`policy.${id}.${version}.${accountId}`}
      onSubmit={(change, { idempotencyKey }) =>
        callRoute(POLICY_ROUTES.save, { params: { id }, body: change, idempotencyKey })
      }
      onDone={(saved) => {
        takePolicy(saved);
        void navigate({ ...page, replace: true });
      }}
      onCancel={() => void navigate(page)}
      submitText="保存草稿"
    >
      <HeadSection />
      <ClassesSection />
      <QuarterlySection />
      <LimitsSection />
      <PapersSection />
      <ClocksSection />
      <NoticeSection />
      <CitationsSection />
    </FormPage>
  );
}

function HeadSection(): ReactElement {
  return (
    <FormSection title="基本信息">
      <Field name="title" label="名称" isWide>
        <Input maxLength={100} />
      </Field>
      <Field name="validFrom" label="生效日期">
        <DateInput />
      </Field>
      <Field name="validTo" label="失效日期" hint="长期有效的不填">
        <DateInput />
      </Field>
      <TextsField name={['body', 'documents']} label="政策文件" isWide />
      <Field name="note" label="修改说明" isWide>
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </FormSection>
  );
}
