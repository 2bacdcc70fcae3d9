import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { ComponentType, ReactElement } from 'react';

import { day, addDays } from '#core/plain-date.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';
import { HOUSEHOLD_ROUTES } from '#features/households/contract.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import type { FieldProps } from '#ui/form/field-props.ts';
import { fieldPropsOf } from '#ui/form/field-props.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { WORKER_DESK_ROUTES } from '../../contract.ts';
import { NewInvitation } from '../../rules/desk-inputs.ts';
import type { MadeInvitation } from '../../rules/desk-views.ts';
import { useAskAgain } from './desk-queries.ts';

interface UnionControlProps extends FieldProps {
  readonly value?: number | undefined;
  readonly onChange?: (unionId: number | undefined) => void;
  readonly levels?: readonly UnionLevel[] | undefined;
}

/** Chooses a union; handed in, because pages of one feature do not reach into another's. */
export type UnionControl = ComponentType<UnionControlProps>;

interface InviteDialogProps {
  readonly UnionInput: UnionControl;
  readonly ownUnionId: number;
  readonly onClose: () => void;
  readonly onMade: (made: MadeInvitation) => void;
}

const USUAL_DAYS = 14;

/** 邀请职工 */
export function InviteDialog(props: InviteDialogProps): ReactElement {
  const { UnionInput, ownUnionId, onClose, onMade } = props;
  const askAgain = useAskAgain();
  const expiresOn = addDays(day(chinaToday()), USUAL_DAYS);
  return (
    <FormDialog
      title="邀请职工"
      lead="邀请码只显示一次，请打印或当面交给职工本人。职工家里已有档案的，选上档案中的本人，注册后就能看到自己的档案。"
      isOpen
      onClose={onClose}
      schema={NewInvitation}
      initialValues={{ unionId: ownUnionId, expiresOn, personId: null }}
      // Without a key: a kept reply would keep the code.
      onSubmit={(body) => callRoute(WORKER_DESK_ROUTES.invite, { body })}
      onDone={(made) => {
        onMade(made);
        askAgain();
      }}
      submitText="生成邀请码"
    >
      <Field name="unionId" label="职工所在的基层工会" isWide>
        <UnionInput levels={['grassroots']} />
      </Field>
      <Field name="name" label="姓名" hint="与身份证一致">
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field name="expiresOn" label="有效期至" hint="90天以内">
        <DateInput earliest={chinaToday()} />
      </Field>
      <Field name="personId" label="档案中的本人" isWide hint="没有建档的不用选">
        <PersonPicker />
      </Field>
    </FormDialog>
  );
}

interface PersonPickerProps extends FieldProps {
  readonly value?: number | null | undefined;
  readonly onChange?: (personId: number | null) => void;
}

/** Found by the name of the family's head; whoever of the family works can be chosen. */
function PersonPicker(props: PersonPickerProps): ReactElement {
  const { value, onChange } = props;
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { data, isFetching } = useQuery({
    queryKey: ['households', 'people-to-invite', search],
    queryFn: ({ signal }) => findPeople(search, signal),
    enabled: search.length >= 2,
    staleTime: 60_000,
  });
  return (
    <Select<number | null>
      {...fieldPropsOf(props)}
      allowClear
      placeholder="输入户主姓名查找"
      value={value ?? null}
      onChange={(personId) => onChange?.(personId ?? null)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      notFoundContent={search.length < 2 ? '请输入至少两个字' : '没有找到这户档案'}
      options={data ?? []}
    />
  );
}

interface PersonOption {
  readonly value: number;
  readonly label: string;
}

const MOST_FILES = 5;

async function findPeople(search: string, signal: AbortSignal): Promise<PersonOption[]> {
  const query = { search, state: 'open', limit: 10 } as const;
  const { items } = await callRoute(HOUSEHOLD_ROUTES.list, { query, signal });
  const files = await Promise.all(
    items
      .slice(0, MOST_FILES)
      .map(({ id }) => callRoute(HOUSEHOLD_ROUTES.get, { params: { id }, signal })),
  );
  return files.flatMap(({ fileNumber, form }) =>
    form.people.flatMap(({ id, name, isUnionMember }) =>
      id === null || !isUnionMember ? [] : [{ value: id, label: `${name}（${fileNumber}）` }],
    ),
  );
}
