import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { FormPage } from '#ui/form/form-page.tsx';
import type { FormValues } from '#ui/form/form-values.ts';
import { useOwnAccountId } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import { HOUSEHOLD_ROUTES } from '../../contract.ts';
import { useTakeHousehold } from '../household-queries.ts';
import type { UnionControl } from '../union-control.ts';
import { OpeningSection } from './filing-section.tsx';
import { HouseholdFields } from './household-fields.tsx';
import { EMPTY_FORM, NewHouseholdValues, mendDraft } from './household-form-values.ts';

interface NewHouseholdPageProps {
  readonly UnionInput: UnionControl;
  /** The union the person works for. */
  readonly ownUnionId: number;
}

export const DRAFT_NOTE =
  '草稿中不保存证件号码、手机、疾病、住址和银行卡号，新填写过的请重新填写。';

/** 新建困难家庭档案 */
export function NewHouseholdPage({ UnionInput, ownUnionId }: NewHouseholdPageProps): ReactElement {
  const navigate = useNavigate();
  const takeHousehold = useTakeHousehold();
  const accountId = useOwnAccountId();
  const initial = useMemo(() => firstValues(ownUnionId), [ownUnionId]);
  return (
    <div className="wide-form">
      <FormPage
        title="新建困难家庭档案"
        description="一户一档：户主是困难职工本人，同一户的其他职工作为家庭成员填写。填写中途离开，内容会作为草稿保留。"
        before={<WayBack label="返回困难家庭" home="/households" />}
        schema={NewHouseholdValues}
        initialValues={initial}
        draftKey={`household.new.${accountId}`}
        draftNote={DRAFT_NOTE}
        mendDraft={(kept) => mendDraft(kept, initial)}
        onSubmit={(body, { idempotencyKey }) =>
          callRoute(HOUSEHOLD_ROUTES.create, { body, idempotencyKey })
        }
        onDone={(household) => {
          takeHousehold(household);
          const id = String(household.id);
          void navigate({ to: '/households/$id', params: { id }, replace: true });
        }}
        onCancel={() => void navigate({ to: '/households' })}
        submitText="建立档案"
      >
        <HouseholdFields known={undefined} dayField="openedOn">
          <OpeningSection UnionInput={UnionInput} />
        </HouseholdFields>
      </FormPage>
    </div>
  );
}

function firstValues(unionId: number): FormValues {
  return { unionId, openedOn: chinaToday(), source: 'application', form: EMPTY_FORM };
}
