import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { z } from 'zod';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { HOUSEHOLD_ROUTES } from '../../contract.ts';
import type { PersonForm } from '../../rules/household-form.ts';
import { HeadChange, HouseholdSplit } from '../../rules/household-inputs.ts';
import type { HouseholdDetail } from '../../rules/household-views.ts';
import { RELATION_NAMES } from '../../rules/word-names.ts';
import { RELATIONS } from '../../rules/words.ts';
import { ChoiceField, optionsOf } from '../form/choices.tsx';
import { listOf, recordOf } from '../form/household-form-values.ts';
import { useTakeHousehold } from '../household-queries.ts';
import { DayField, DocumentField, ReasonField } from './act-fields.tsx';
import type { ActDialogProps } from './act-fields.tsx';

const RELATION_OPTIONS = optionsOf(RELATIONS, RELATION_NAMES).filter(
  ({ value }) => value !== 'head',
);

interface NumberedPerson {
  readonly id: number;
  readonly person: PersonForm;
}

/** The new head has no relation to the own self, whatever was chosen before. */
const HeadChangeValues = z.preprocess((values) => {
  const { relations, ...rest } = recordOf(values);
  const { personId } = rest;
  return { ...rest, relations: listOf(relations).filter((one) => one['personId'] !== personId) };
}, HeadChange);

/** 变更户主 */
export function HeadDialog({ household, onClose }: ActDialogProps): ReactElement {
  const takeHousehold = useTakeHousehold();
  const { id, version, headName } = household;
  const people = numbered(household);
  return (
    <FormDialog
      title="变更户主"
      lead={`现户主${headName}。变更后，其他人与新户主的关系须重新选择；原户主的单位、住房等情况请随后在登记表中更新。`}
      isOpen
      onClose={onClose}
      schema={HeadChangeValues}
      initialValues={{ version, relations: people.map((one) => ({ personId: one.id })) }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(HOUSEHOLD_ROUTES.changeHead, { params: { id }, body, idempotencyKey })
      }
      onDone={takeHousehold}
      submitText="变更户主"
    >
      <Field name="personId" label="新户主">
        <PersonSelect people={people.filter(({ person }) => person.role !== 'head')} />
      </Field>
      <RelationFields people={people} />
      <ReasonField />
      <DocumentField />
    </FormDialog>
  );
}

function RelationFields({ people }: { readonly people: readonly NumberedPerson[] }): ReactElement {
  const newHead: unknown = Form.useWatch('personId');
  return (
    <>
      {people.map(({ id, person }, index) =>
        id === newHead || newHead === undefined ? null : (
          <ChoiceField
            key={id}
            name={['relations', index, 'relation']}
            label={`${person.name}与新户主的关系`}
            options={RELATION_OPTIONS}
            isRequired
            isClearable={false}
          />
        ),
      )}
    </>
  );
}

/** 分户 */
export function SplitDialog({ household, onClose }: ActDialogProps): ReactElement {
  const takeHousehold = useTakeHousehold();
  const navigate = useNavigate();
  const { id, version } = household;
  const people = numbered(household).filter(({ person }) => person.role !== 'head');
  return (
    <FormDialog
      title="分户"
      lead="选出的人另立一份档案，收入随人转入；原档案保留其余的人。新档案的登记表请随后补充。"
      isOpen
      onClose={onClose}
      schema={HouseholdSplit}
      initialValues={{ version, splitOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(HOUSEHOLD_ROUTES.split, { params: { id }, body, idempotencyKey })
      }
      onDone={(opened) => {
        takeHousehold(opened);
        void navigate({ to: '/households/$id', params: { id: String(opened.id) } });
      }}
      submitText="分户"
    >
      <Field name="personIds" label="分出的人">
        <PeopleBoxes people={people} />
      </Field>
      <NewHeadField people={people} />
      <DayField name="splitOn" label="分户日期" />
      <ReasonField />
      <DocumentField />
    </FormDialog>
  );
}

function NewHeadField({ people }: { readonly people: readonly NumberedPerson[] }): ReactElement {
  const chosen: unknown = Form.useWatch('personIds');
  const leaving = people.filter(({ id }) => Array.isArray(chosen) && chosen.includes(id));
  return (
    <Field name="headId" label="新档案的户主" hint="从分出的人中选择">
      <PersonSelect people={leaving} />
    </Field>
  );
}

interface PeopleBoxesProps {
  readonly people: readonly NumberedPerson[];
  readonly value?: number[];
  readonly onChange?: (ids: number[]) => void;
}

function PeopleBoxes({ people, value = [], onChange }: PeopleBoxesProps): ReactElement {
  return (
    <Checkbox.Group<number>
      options={people.map(({ id, person }) => ({ value: id, label: personText(person) }))}
      value={value}
      onChange={(ids) => onChange?.(ids)}
    />
  );
}

interface PersonSelectProps {
  readonly people: readonly NumberedPerson[];
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (id: number) => void;
}

function PersonSelect({ people, ...field }: PersonSelectProps): ReactElement {
  return (
    <Select<number>
      {...field}
      className="query-select"
      placeholder="请选择"
      options={people.map(({ id, person }) => ({ value: id, label: personText(person) }))}
    />
  );
}

function personText({ name, relation, bornOn }: PersonForm): string {
  return `${name}（${[RELATION_NAMES[relation], bornOn].filter((part) => part !== null).join('，')}）`;
}

function numbered({ form }: HouseholdDetail): NumberedPerson[] {
  return form.people.flatMap((person) => (person.id === null ? [] : [{ id: person.id, person }]));
}
