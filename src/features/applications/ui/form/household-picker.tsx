import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { HOUSEHOLD_ROUTES } from '#features/households/contract.ts';
import type { HouseholdDetail } from '#features/households/rules/household-views.ts';
import { callRoute } from '#ui/call-route.ts';
import { fieldPropsOf } from '#ui/form/field-props.ts';
import type { FieldProps } from '#ui/form/field-props.ts';

interface HouseholdPickerProps extends FieldProps {
  readonly value?: number;
  readonly onChange?: (id: number) => void;
}

interface HouseholdOption {
  readonly value: number;
  readonly label: string;
  readonly note: string;
}

const OFFERED = 20;
const PAUSE_MS = 250;

/** An open file, found by the head's name, the file number or a whole identity number. */
export function HouseholdPicker(props: HouseholdPickerProps): ReactElement {
  const { value, onChange } = props;
  const [typed, setTyped] = useState('');
  const search = usePaused(typed);
  const found = useQuery({
    queryKey: ['applications', 'households', search],
    queryFn: ({ signal }) =>
      callRoute(HOUSEHOLD_ROUTES.list, { query: { search, limit: OFFERED }, signal }),
    placeholderData: keepPreviousData,
  });
  const chosen = useChosenHousehold(value);
  const rows = found.data?.items ?? [];
  const listed: HouseholdOption[] = rows.map(({ id, headName, fileNumber, unionName }) => ({
    value: id,
    label: `${headName}（${fileNumber}）`,
    note: unionName,
  }));
  const isListed = value === undefined || listed.some((one) => one.value === value);
  const own = { value: value ?? 0, label: labelOf(chosen), note: chosen?.unionName ?? '' };
  return (
    <Select<number, HouseholdOption>
      {...fieldPropsOf(props)}
      className="query-select"
      placeholder="输入户主姓名、档案编号或完整身份证号"
      value={value ?? null}
      onChange={(id) => onChange?.(id)}
      options={isListed ? listed : [own, ...listed]}
      loading={found.isFetching}
      notFoundContent="没有找到在档的家庭，请换一个姓名，或先建立困难家庭档案"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      optionRender={renderOption}
    />
  );
}

function renderOption({ data }: { readonly data: HouseholdOption }): ReactElement {
  return (
    <span className="option-with-note">
      {data.label}
      <small>{data.note}</small>
    </span>
  );
}

function labelOf(household: HouseholdDetail | undefined): string {
  return household === undefined ? '…' : `${household.headName}（${household.fileNumber}）`;
}

/** The file an application is for: its people and its class. */
export function useChosenHousehold(id: number | undefined): HouseholdDetail | undefined {
  const { data } = useQuery({
    queryKey: ['applications', 'household', id],
    queryFn: ({ signal }) => callRoute(HOUSEHOLD_ROUTES.get, { params: { id: id ?? 0 }, signal }),
    enabled: id !== undefined,
  });
  return data;
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
