import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { CIVIL_AFFAIRS_ROUTES, EntryAnswer } from '../../rules/civil-affairs-routes.ts';
import type { CivilAffairsRow } from '../../rules/civil-affairs-routes.ts';
import { CIVIL_AFFAIRS_ANSWER_NAMES, TYPED_ANSWERS } from '../../rules/civil-affairs-words.ts';
import { ReasonField } from '../detail/act-fields.tsx';
import { ChoiceField, optionsOf } from '../form/choices.tsx';
import { useAskAgain } from './civil-affairs-queries.ts';

interface AnswerDialogProps {
  readonly entry: CivilAffairsRow;
  readonly onClose: () => void;
}

/** 登记联系情况 */
export function AnswerDialog({ entry, onClose }: AnswerDialogProps): ReactElement {
  const askAgain = useAskAgain();
  const { id, name, unionName } = entry;
  return (
    <FormDialog
      title="登记联系情况"
      lead={`${name}（${unionName}）在民政名册上，还没有困难家庭档案。同意建档的，请到“困难家庭”新建档案，这里会自动显示已建档。`}
      isOpen
      onClose={onClose}
      schema={EntryAnswer}
      initialValues={{ answer: 'approached' }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(CIVIL_AFFAIRS_ROUTES.answer, { params: { id }, body, idempotencyKey })
      }
      onDone={askAgain}
      submitText="登记"
    >
      <ChoiceField
        name="answer"
        label="联系情况"
        options={optionsOf(TYPED_ANSWERS, CIVIL_AFFAIRS_ANSWER_NAMES)}
        isClearable={false}
      />
      <ReasonField label="联系记录" />
    </FormDialog>
  );
}
