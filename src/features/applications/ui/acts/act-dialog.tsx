import { Input } from 'antd';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import type { FormValues } from '#ui/form/form-values.ts';

import { APPLICATION_ROUTES } from '../../contract.ts';
import { ACTION_NAMES } from '../../messages.ts';
import type { ActView, ApplicationDetail } from '../../rules/application-views.ts';
import type { Action } from '../../rules/transitions.ts';
import { useTakeApplication } from '../application-queries.ts';
import { currentAmount } from '../labels.ts';
import { CheckFields, SupplementFields, VisitFields } from './act-fields.tsx';
import { actSchema, askedBy } from './act-input.ts';
import { JudgedFields } from './judged-fields.tsx';

const ROUTES = {
  filing: APPLICATION_ROUTES.actFiling,
  grassroots: APPLICATION_ROUTES.actGrassroots,
  town: APPLICATION_ROUTES.actTown,
  district: APPLICATION_ROUTES.actDistrict,
  approval: APPLICATION_ROUTES.actApproval,
} as const;

/** What will happen, where the name of the act does not say it all. */
const LEADS: Readonly<Partial<Record<Action, string>>> = {
  accept: '受理后进入审核，办理时限从今天起算。',
  ask_supplement: '请一次列全缺少的材料。补正期间暂停计时。',
  start_visit: '入户由两人以上进行，完成后登记结果。',
  start_check: '向民政等部门发出家庭经济状况核对，收到答复后登记结果。',
  send_back: '退回下一级工会重新办理，请写明需要补充或更正的内容。',
  return_to_applicant: '退回申请人修改后可以重新提交，请写明理由。',
  refuse: '不予救助的理由会书面告知申请人；申请人可以在规定期限内申请复核。',
  withdraw: '撤回后本申请不再办理，需要时可以重新申请。',
  take_over: '下级工会超期未办，由本级接办。',
  request_reexamination: '请写明不服原决定的理由。复核只能申请一次。',
  uphold: '维持不予救助的决定，请写明复核的理由。',
  overturn: '撤销原决定，回到区级初审重新办理。',
};

interface ActDialogProps {
  readonly application: ApplicationDetail;
  readonly act: ActView;
  readonly onClose: () => void;
}

/** One act with what it asks for: opinion, amount, finding, papers, results. */
export function ActDialog({ application, act, onClose }: ActDialogProps): ReactElement {
  const { id } = application;
  const { action, route } = act;
  const takeApplication = useTakeApplication();
  const schema = useMemo(() => actSchema(action), [action]);
  const asked = askedBy(action);
  const lead = LEADS[action];
  return (
    <FormDialog
      title={ACTION_NAMES[action]}
      {...(lead === undefined ? {} : { lead })}
      isOpen
      onClose={onClose}
      schema={schema}
      initialValues={firstValues(application, action)}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(ROUTES[route], { params: { id }, body, idempotencyKey })
      }
      onDone={takeApplication}
      submitText={ACTION_NAMES[action]}
    >
      {asked.amount ? <JudgedFields application={application} asked={asked} /> : null}
      {asked.supplement ? <SupplementFields application={application} /> : null}
      {asked.visit ? <VisitFields /> : null}
      {asked.check ? <CheckFields /> : null}
      {asked.opinion ? (
        <Field name="opinion" label={action === 'request_reexamination' ? '理由' : '意见'} isWide>
          <Input.TextArea rows={3} maxLength={1000} />
        </Field>
      ) : null}
    </FormDialog>
  );
}

function firstValues(application: ApplicationDetail, action: Action): FormValues {
  const { version, suggestion, specialReason } = application;
  const amountFen = currentAmount(application)?.fen ?? suggestion?.amountFen ?? undefined;
  return {
    action,
    version,
    ...(askedBy(action).amount ? { amountFen, specialReason } : {}),
    ...(action === 'record_visit' ? { visit: { visitedOn: chinaToday() } } : {}),
    ...(action === 'record_check' ? { check: { answeredOn: chinaToday() } } : {}),
  };
}
