import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { FormPage } from '#ui/form/form-page.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useOwnAccountId } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { HOUSEHOLD_ROUTES } from '../../contract.ts';
import type { HouseholdDetail } from '../../rules/household-views.ts';
import { useHousehold, useTakeHousehold } from '../household-queries.ts';
import { ChangeSection } from './filing-section.tsx';
import { HouseholdFields } from './household-fields.tsx';
import { HouseholdChangeValues, mendDraft, toFormValues } from './household-form-values.ts';
import { DRAFT_NOTE } from './new-household-page.tsx';

const route = getRouteApi('/households/$id/edit');

/** 更新登记表 */
export function EditHouseholdPage(): ReactElement {
  const { id } = route.useParams();
  const query = useHousehold(Number(id));
  return (
    <QueryState query={query}>
      {(household) => <EditForm key={household.version} household={household} />}
    </QueryState>
  );
}

function EditForm({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const navigate = useNavigate();
  const takeHousehold = useTakeHousehold();
  const accountId = useOwnAccountId();
  const { id, version, form, headName, fileNumber } = household;
  const initial = useMemo(
    () => ({ version, validOn: chinaToday(), source: 'visit', form: toFormValues(form) }),
    [version, form],
  );
  const page = { to: '/households/$id', params: { id: String(id) } } as const;
  return (
    <div className="wide-form">
      <FormPage
        title={`更新${headName}户的登记表`}
        description={`档案编号 ${fileNumber}。旧内容作为历史版本保留；带星号的内容不改动则保持原值。`}
        before={<WayBack label="返回档案" home={`/households/${id}`} />}
        schema={HouseholdChangeValues}
        initialValues={initial}
        draftKey={`household.${id}.${version}.${accountId}`}
        draftNote={DRAFT_NOTE}
        mendDraft={(kept) => mendDraft(kept, initial)}
        onSubmit={(body, { idempotencyKey }) =>
          callRoute(HOUSEHOLD_ROUTES.update, { params: { id }, body, idempotencyKey })
        }
        onDone={(changed) => {
          takeHousehold(changed);
          void navigate({ ...page, replace: true });
        }}
        onCancel={() => void navigate(page)}
        submitText="保存更新"
      >
        <HouseholdFields known={form} dayField="validOn">
          <ChangeSection />
        </HouseholdFields>
      </FormPage>
    </div>
  );
}
