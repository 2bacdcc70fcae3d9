import type { ReactElement, ReactNode } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { SecretValue } from '#ui/detail-page/secret-value.tsx';
import type { Reveal } from '#ui/detail-page/secret-value.tsx';
import { Panel } from '#ui/panel.tsx';

import { PERSON_LABELS } from '../../rules/field-labels.ts';
import type { PersonForm } from '../../rules/household-form.ts';
import type { HouseholdDetail } from '../../rules/household-views.ts';
import {
  HEALTH_NAMES,
  INSURANCE_NAMES,
  PERSON_ROLE_NAMES,
  RELATION_NAMES,
  SEX_NAMES,
  WORK_STATE_NAMES,
} from '../../rules/word-names.ts';
import { useReveal } from './secrets.ts';

interface PeoplePanelProps {
  readonly household: HouseholdDetail;
}

/** 家庭成员 with the head in front. */
export function PeoplePanel({ household }: PeoplePanelProps): ReactElement {
  const reveal = useReveal(household.id);
  const { people } = household.form;
  const columns = [...PLAIN_COLUMNS, ...SECRETS.map((one) => secretColumn(one, reveal))];
  return (
    <Panel title="家庭成员" extra={`${people.length} 人`}>
      <DataTable
        label="家庭成员"
        columns={columns}
        rows={people}
        rowKey={({ id, name }) => `${id} ${name}`}
      />
    </Panel>
  );
}

const PLAIN_COLUMNS: readonly DataColumn<PersonForm>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 90,
    isCardTitle: true,
    render: ({ name }) => name,
  },
  {
    key: 'relation',
    title: '关系',
    width: 110,
    render: ({ relation, role }) =>
      role === 'worker'
        ? `${RELATION_NAMES[relation]}（${PERSON_ROLE_NAMES[role]}）`
        : RELATION_NAMES[relation],
  },
  {
    key: 'sex',
    title: '性别、出生日期',
    width: 120,
    render: ({ sex, bornOn }) =>
      orAbsent([sex === null ? '' : SEX_NAMES[sex], bornOn ?? ''].filter(Boolean).join(' ')),
  },
  {
    key: 'work',
    title: '工作、单位或学校',
    width: 170,
    render: ({ workState, employer }) =>
      orAbsent(
        [workState === null ? '' : WORK_STATE_NAMES[workState], employer ?? '']
          .filter(Boolean)
          .join('，'),
      ),
  },
  {
    key: 'health',
    title: '健康、医保',
    width: 150,
    render: ({ health, insurance }) =>
      orAbsent(
        [
          health === null ? '' : HEALTH_NAMES[health],
          insurance === null ? '' : INSURANCE_NAMES[insurance],
        ]
          .filter(Boolean)
          .join('，'),
      ),
  },
  {
    key: 'isUnionMember',
    title: '会员',
    width: 60,
    render: ({ isUnionMember }) => (isUnionMember ? '是' : '否'),
  },
];

interface Secret {
  readonly field: 'identity' | 'phone' | 'illness';
  readonly label: string;
  readonly width: number;
  readonly masked: (person: PersonForm) => string | null;
}

const SECRETS: readonly Secret[] = [
  {
    field: 'identity',
    label: PERSON_LABELS.identityNumber,
    width: 210,
    masked: ({ identityNumber }) => identityNumber,
  },
  { field: 'phone', label: PERSON_LABELS.phone, width: 160, masked: ({ phone }) => phone },
  {
    field: 'illness',
    label: PERSON_LABELS.illness,
    width: 140,
    masked: ({ illness }) => illness,
  },
];

function secretColumn(
  { field, label, width, masked }: Secret,
  reveal: (personId: number | null, field: Secret['field']) => Reveal | undefined,
): DataColumn<PersonForm> {
  return {
    key: field,
    title: label,
    width,
    render: (person) => {
      const text = masked(person);
      if (text === null || text === '') return orAbsent('');
      return (
        <SecretValue
          label={`${person.name}的${label}`}
          masked={text}
          onReveal={reveal(person.id, field)}
        />
      );
    },
  };
}

function orAbsent(text: string): ReactNode {
  return text === '' ? <span className="is-absent">未填写</span> : text;
}
