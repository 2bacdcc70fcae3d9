import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { FormPage } from '#ui/form/form-page.tsx';
import { FormSection } from '#ui/form/form-section.tsx';
import { useOwnAccountId } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { APPLICATION_ROUTES } from '../../contract.ts';
import { useTakeApplication } from '../application-queries.ts';
import { NewApplicationValues } from './application-form-values.ts';
import { HouseholdPicker, useChosenHousehold } from './household-picker.tsx';
import { WishFields } from './wish-fields.tsx';

const route = getRouteApi('/applications/new');

/** 新建申请: a union files for a worker; papers and consents follow on the draft's own page. */
export function NewApplicationPage(): ReactElement {
  const { householdId } = route.useSearch();
  const navigate = useNavigate();
  const takeApplication = useTakeApplication();
  const accountId = useOwnAccountId();
  const initial = useMemo(
    () => (householdId === undefined ? {} : { householdId: Number(householdId) }),
    [householdId],
  );
  return (
    <FormPage
      title="新建申请"
      description="为职工代办。第一步填写申请内容并保存草稿；保存后再上传材料、登记文书、检查并提交。"
      before={<WayBack label="返回申请管理" home="/applications" />}
      schema={NewApplicationValues}
      initialValues={initial}
      draftKey={`application.new.${accountId}`}
      draftNote="草稿中不保存疾病，填写过的请重新填写。"
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(APPLICATION_ROUTES.create, { body, idempotencyKey })
      }
      onDone={(application) => {
        takeApplication(application);
        const id = String(application.id);
        void navigate({ to: '/applications/$id', params: { id }, replace: true });
      }}
      onCancel={() => void navigate({ to: '/applications' })}
      submitText="保存草稿，下一步"
    >
      <NewFields />
    </FormPage>
  );
}

function NewFields(): ReactElement {
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch('householdId', form);
  const household = useChosenHousehold(typeof chosen === 'number' ? chosen : undefined);
  const people = (household?.form.people ?? []).flatMap(({ id, name, isUnionMember }) =>
    id === null ? [] : [{ value: id, label: isUnionMember ? `${name}（会员）` : name }],
  );
  return (
    <>
      <FormSection title="为谁申请">
        <Field name="householdId" label="困难家庭">
          <HouseholdPicker />
        </Field>
        <Field name="personId" label="申请人" hint="申请救助的职工本人">
          <Select<number>
            className="query-select"
            placeholder={household === undefined ? '先选择困难家庭' : '请选择'}
            options={people}
          />
        </Field>
      </FormSection>
      <WishFields household={household} />
    </>
  );
}
