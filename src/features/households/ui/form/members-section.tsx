import { Button, Form } from 'antd';
import type { ReactElement } from 'react';

import { FieldRows } from '#ui/form/field-rows.tsx';
import type { FieldRow } from '#ui/form/field-rows.tsx';
import { Panel } from '#ui/panel.tsx';

import { PERSON_LABELS } from '../../rules/field-labels.ts';
import type { HouseholdForm } from '../../rules/household-form.ts';
import { PERSON_ROLE_NAMES, RELATION_NAMES } from '../../rules/word-names.ts';
import { PERSON_ROLES, RELATIONS } from '../../rules/words.ts';
import { ChoiceField, optionsOf } from './choices.tsx';
import { incomeWithout } from './household-form-values.ts';
import { PersonFields } from './person-fields.tsx';

interface MembersSectionProps {
  readonly known: HouseholdForm | undefined;
}

const MOST_PEOPLE = 30;
const NEW_MEMBER = { id: null, role: 'member', isUnionMember: false };
const INCOME = ['form', 'income'];
const ROLES = optionsOf(PERSON_ROLES, PERSON_ROLE_NAMES).filter(({ value }) => value !== 'head');
const RELATION_OPTIONS = optionsOf(RELATIONS, RELATION_NAMES).filter(
  ({ value }) => value !== 'head',
);

/** 家庭成员: all but the head, who has a section of the own. */
export function MembersSection({ known }: MembersSectionProps): ReactElement {
  return (
    <Panel title="家庭成员" extra="共同生活的其他人" className="form-section">
      <FieldRows
        name={['form', 'people']}
        from={1}
        addText="添加成员"
        emptyText="没有其他成员"
        blank={NEW_MEMBER}
        most={MOST_PEOPLE}
      >
        {(row) => <MemberRow row={row} known={known} />}
      </FieldRows>
    </Panel>
  );
}

interface MemberRowProps extends MembersSectionProps {
  readonly row: FieldRow;
}

function MemberRow({ row, known }: MemberRowProps): ReactElement {
  const form = Form.useFormInstance();
  const { index } = row;
  const id: unknown = form.getFieldValue(['form', 'people', index, 'id']);
  function remove(): void {
    form.setFieldValue(INCOME, incomeWithout(form.getFieldValue(INCOME), index));
    row.remove();
  }
  return (
    <fieldset className="field-row">
      <div className="field-row-head">
        <legend>{`成员 ${index}`}</legend>
        <Button size="small" danger onClick={remove} aria-label={`删除成员 ${index}`}>
          删除
        </Button>
      </div>
      <div className="form-grid">
        <ChoiceField
          name="relation"
          label={PERSON_LABELS.relation}
          options={RELATION_OPTIONS}
          isClearable={false}
        />
        <ChoiceField
          name="role"
          label={PERSON_LABELS.role}
          options={ROLES}
          isClearable={false}
          hint="同一户的另一名职工选“其他职工”，不另建档案"
        />
        <PersonFields
          index={index}
          at={[]}
          known={id === null ? undefined : known?.people.find((person) => person.id === id)}
        />
      </div>
    </fieldset>
  );
}
