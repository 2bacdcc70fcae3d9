import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { FormPage } from '#ui/form/form-page.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { WayBack } from '#ui/way-back.tsx';

import { APPLICATION_ROUTES } from '../../contract.ts';
import type { ApplicationDetail } from '../../rules/application-views.ts';
import { useApplication, useTakeApplication } from '../application-queries.ts';
import { ApplicationChangeValues, toFormValues } from './application-form-values.ts';
import { useChosenHousehold } from './household-picker.tsx';
import { WishFields } from './wish-fields.tsx';

const route = getRouteApi('/applications/$id/edit');

/** 修改申请内容, while it lies with whoever filed it. */
export function EditApplicationPage(): ReactElement {
  const { id } = route.useParams();
  const query = useApplication(Number(id));
  return (
    <QueryState query={query}>{(application) => <Loaded application={application} />}</QueryState>
  );
}

function Loaded({ application }: { readonly application: ApplicationDetail }): ReactElement {
  const { id, applicantName, number, householdId } = application;
  const navigate = useNavigate();
  const takeApplication = useTakeApplication();
  const household = useChosenHousehold(householdId ?? undefined);
  const back = (): void => void navigate({ to: '/applications/$id', params: { id: String(id) } });
  return (
    <FormPage
      title="修改申请内容"
      description={`${applicantName}，申请编号 ${number}`}
      before={<WayBack label="返回申请" home={`/applications/${id}`} />}
      schema={ApplicationChangeValues}
      initialValues={toFormValues(application)}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(APPLICATION_ROUTES.update, { params: { id }, body, idempotencyKey })
      }
      onDone={(changed) => {
        takeApplication(changed);
        back();
      }}
      onCancel={back}
      submitText="保存"
    >
      <WishFields household={household} />
    </FormPage>
  );
}
