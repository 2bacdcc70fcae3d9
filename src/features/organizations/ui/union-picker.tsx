import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';
import { callRoute } from '#ui/call-route.ts';
import { fieldPropsOf } from '#ui/form/field-props.ts';
import type { FieldProps } from '#ui/form/field-props.ts';
import { failureText } from '#ui/request-failure.ts';

import { UNION_ROUTES } from '../contract.ts';

export interface UnionPickerProps extends FieldProps {
  readonly value?: number | undefined;
  readonly onChange?: (unionId: number | undefined) => void;
  /** Only unions of these levels can be chosen; all when absent. */
  readonly levels?: readonly UnionLevel[] | undefined;
  readonly placeholder?: string;
}

interface UnionOption {
  readonly value: number;
  readonly label: string;
  readonly disabled: boolean;
  readonly note: string;
}

/** So many are offered; who wants another one types more of its name. */
const OFFERED = 30;
/** Typing goes on for so long before the server is asked. */
const PAUSE_MS = 250;

/** One open union of those the person may see, found by part of its name or code. */
export function UnionPicker(props: UnionPickerProps): ReactElement {
  const { value, onChange, levels, placeholder = '输入名称或编码查找' } = props;
  const [typed, setTyped] = useState('');
  const offer = useOffer(usePaused(typed), levels);
  const options = useWithChosen(offer.options, value);
  return (
    <Select<number, UnionOption>
      {...fieldPropsOf(props)}
      className="query-select"
      allowClear
      placeholder={placeholder}
      // A Select is empty with null only; undefined leaves it to itself.
      value={value ?? null}
      onChange={(next?: number) => onChange?.(next)}
      options={[...options]}
      loading={offer.isLoading}
      notFoundContent={offer.emptyText}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      optionRender={({ data }) => drawOption(data)}
      popupRender={(menu) => withFooter(menu, offer.moreText)}
    />
  );
}

function drawOption({ label, note }: UnionOption): ReactElement {
  return (
    <span className="option-with-note">
      {label}
      <small>{note}</small>
    </span>
  );
}

function withFooter(menu: ReactElement, text: string | undefined): ReactElement {
  return (
    <>
      {menu}
      {text === undefined ? null : <p className="field-hint option-footer">{text}</p>}
    </>
  );
}

interface Offer {
  readonly options: readonly UnionOption[];
  readonly isLoading: boolean;
  readonly emptyText: string;
  readonly moreText: string | undefined;
}

function useOffer(search: string, levels: readonly UnionLevel[] | undefined): Offer {
  const [onlyLevel, ...otherLevels] = levels ?? [];
  const level = otherLevels.length === 0 ? onlyLevel : undefined;
  const query = useQuery({
    queryKey: ['unions', 'picker', search, level],
    queryFn: ({ signal }) =>
      callRoute(UNION_ROUTES.list, { query: { search, level, limit: OFFERED }, signal }),
    placeholderData: (previous) => previous,
  });
  const { items = [], total = 0 } = query.data ?? {};
  return {
    options: items.map((union) => ({
      value: union.id,
      label: union.name,
      disabled: levels !== undefined && !levels.includes(union.level),
      note: `${UNION_LEVEL_NAMES[union.level]} ${union.code}`,
    })),
    isLoading: query.isFetching,
    emptyText: query.error === null ? emptyText(query.isFetching) : failureText(query.error),
    moreText:
      total > items.length ? `还有${total - items.length}个，请输入名称或编码查找` : undefined,
  };
}

function emptyText(isFetching: boolean): string {
  return isFetching ? '正在查找…' : '没有找到工会，请换一个名称或编码';
}

/** The chosen one keeps its name although it is not among those found. */
function useWithChosen(
  options: readonly UnionOption[],
  value: number | undefined,
): readonly UnionOption[] {
  const isMissing = value !== undefined && options.every((option) => option.value !== value);
  const { data } = useQuery({
    queryKey: ['unions', 'picked', value],
    queryFn: ({ signal }) => callRoute(UNION_ROUTES.get, { params: { id: value }, signal }),
    enabled: isMissing,
    staleTime: 60_000,
  });
  if (!isMissing || value === undefined) return options;
  const chosen = {
    value,
    label: data?.name ?? '…',
    disabled: false,
    note: data === undefined ? '' : `${UNION_LEVEL_NAMES[data.level]} ${data.code}`,
  };
  return [chosen, ...options];
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
