import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { HOUSEHOLD_ROUTES } from '../../contract.ts';
import { HouseholdExit, HouseholdRecheck, HouseholdRelapse } from '../../rules/household-inputs.ts';
import { EXIT_KIND_NAMES } from '../../rules/word-names.ts';
import { EXIT_KINDS } from '../../rules/words.ts';
import { ChoiceField, optionsOf } from '../form/choices.tsx';
import { useTakeHousehold } from '../household-queries.ts';
import { DayField, DocumentField, ReasonField } from './act-fields.tsx';
import type { ActDialogProps } from './act-fields.tsx';

/** 年度复核 that found nothing to change. */
export function RecheckDialog({ household, onClose }: ActDialogProps): ReactElement {
  const takeHousehold = useTakeHousehold();
  const { id, version, checkedOn } = household;
  return (
    <FormDialog
      title="登记年度复核"
      lead={`上次复核 ${checkedOn}。情况没有变化时在此登记；有变化的，请用“更新登记表”，来源选“年度复核”。`}
      isOpen
      onClose={onClose}
      schema={HouseholdRecheck}
      initialValues={{ version, checkedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(HOUSEHOLD_ROUTES.recheck, { params: { id }, body, idempotencyKey })
      }
      onDone={takeHousehold}
      submitText="登记复核"
    >
      <DayField name="checkedOn" label="复核日期" />
      <ReasonField label="复核内容和结论" />
      <DocumentField />
    </FormDialog>
  );
}

/** 退出 */
export function ExitDialog({ household, onClose }: ActDialogProps): ReactElement {
  const takeHousehold = useTakeHousehold();
  const { id, version, headName } = household;
  return (
    <FormDialog
      title="退出困难家庭"
      lead={`退出后，${headName}户不再列入在档家庭，档案和沿革全部保留；以后再次困难的，可以恢复。`}
      isOpen
      onClose={onClose}
      schema={HouseholdExit}
      initialValues={{ version, exitedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(HOUSEHOLD_ROUTES.exit, { params: { id }, body, idempotencyKey })
      }
      onDone={takeHousehold}
      submitText="退出"
    >
      <ChoiceField
        name="kind"
        label="退出原因"
        options={optionsOf(EXIT_KINDS, EXIT_KIND_NAMES)}
        isClearable={false}
      />
      <DayField name="exitedOn" label="退出日期" />
      <ReasonField />
      <DocumentField />
    </FormDialog>
  );
}

/** 返困 */
export function RelapseDialog({ household, onClose }: ActDialogProps): ReactElement {
  const takeHousehold = useTakeHousehold();
  const { id, version, exitedOn } = household;
  return (
    <FormDialog
      title="返困恢复档案"
      lead={`本档案于 ${exitedOn ?? ''} 退出。恢复后重新在档，请随后更新登记表。`}
      isOpen
      onClose={onClose}
      schema={HouseholdRelapse}
      initialValues={{ version, from: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(HOUSEHOLD_ROUTES.relapse, { params: { id }, body, idempotencyKey })
      }
      onDone={takeHousehold}
      submitText="恢复档案"
    >
      <DayField name="from" label="自何日起" />
      <ReasonField />
      <DocumentField />
    </FormDialog>
  );
}
