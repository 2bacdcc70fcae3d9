import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { fieldPropsOf } from '#ui/form/field-props.ts';
import type { FieldProps } from '#ui/form/field-props.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { HOUSEHOLD_ROUTES } from '../../contract.ts';
import { HouseholdMerge, ReasonOnly } from '../../rules/household-inputs.ts';
import type { HouseholdRow } from '../../rules/household-views.ts';
import { useFoundHouseholds, useTakeHousehold } from '../household-queries.ts';
import { DayField, DocumentField, ReasonField } from './act-fields.tsx';
import type { ActDialogProps } from './act-fields.tsx';

/** The other file's version is read when its turn comes. */
const MergeValues = HouseholdMerge.omit({ otherVersion: true });

/** 并户 */
export function MergeDialog({ household, onClose }: ActDialogProps): ReactElement {
  const takeHousehold = useTakeHousehold();
  const client = useQueryClient();
  const { id, version, headName, fileNumber } = household;
  return (
    <FormDialog
      title="并户"
      lead={`另一份档案并入${headName}户（${fileNumber}）：其家庭成员转入本档案，那份档案不再更新。可以撤销。`}
      isOpen
      onClose={onClose}
      schema={MergeValues}
      initialValues={{ version, mergedOn: chinaToday() }}
      onSubmit={async (values, { idempotencyKey }) => {
        const other = await client.fetchQuery({
          queryKey: ['households', 'one', values.otherId],
          queryFn: ({ signal }) =>
            callRoute(HOUSEHOLD_ROUTES.get, { params: { id: values.otherId }, signal }),
        });
        const body = { ...values, otherVersion: other.version };
        return callRoute(HOUSEHOLD_ROUTES.merge, { params: { id }, body, idempotencyKey });
      }}
      onDone={takeHousehold}
      submitText="并入本档案"
    >
      <Field name="otherId" label="并入的档案" hint="输入户主姓名、档案编号或完整的身份证号查找">
        <HouseholdPicker except={id} />
      </Field>
      <DayField name="mergedOn" label="并户日期" />
      <ReasonField />
      <DocumentField />
    </FormDialog>
  );
}

/** 撤销并户 */
export function UndoMergeDialog({ household, onClose }: ActDialogProps): ReactElement {
  const takeHousehold = useTakeHousehold();
  const navigate = useNavigate();
  const { id } = household;
  return (
    <FormDialog
      title="撤销并户"
      lead="本档案恢复为单独的一份档案，并户时转出的家庭成员回到本档案。"
      isOpen
      onClose={onClose}
      schema={ReasonOnly}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(HOUSEHOLD_ROUTES.undoMerge, { params: { id }, body, idempotencyKey })
      }
      onDone={(restored) => {
        takeHousehold(restored);
        void navigate({ to: '/households/$id', params: { id: String(restored.id) } });
      }}
      submitText="撤销并户"
    >
      <ReasonField />
    </FormDialog>
  );
}

interface HouseholdPickerProps extends FieldProps {
  readonly except: number;
  readonly value?: number;
  readonly onChange?: (id: number | undefined) => void;
}

const PAUSE_MS = 250;

/** One open file of those the person may see. */
function HouseholdPicker(props: HouseholdPickerProps): ReactElement {
  const { except, value, onChange } = props;
  const [typed, setTyped] = useState('');
  const query = useFoundHouseholds(usePaused(typed.trim()));
  const found = query.data?.items.filter(({ id }) => id !== except) ?? [];
  return (
    <Select<number>
      {...fieldPropsOf(props)}
      className="query-select"
      allowClear
      placeholder="输入后查找"
      value={value ?? null}
      onChange={(next?: number) => onChange?.(next)}
      options={found.map((row) => ({ value: row.id, label: rowText(row) }))}
      loading={query.isFetching}
      notFoundContent={typed.trim() === '' ? '请输入后查找' : '没有找到在档的档案'}
      showSearch={{ filterOption: false, onSearch: setTyped }}
    />
  );
}

function rowText({ headName, identityNumber, fileNumber, unionName }: HouseholdRow): string {
  return [headName, identityNumber, fileNumber, unionName]
    .filter((part) => part !== null)
    .join('　');
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
