import { useMemo } from 'react';
import type { ReactElement } from 'react';

import type { LookupControlProps, LookupQuery } from '#ui/list-page/list-search.ts';

import { UnionPicker } from './union-picker.tsx';
import { useUnionName } from './union-queries.ts';

/** The condition 工会（含下级） of a list; told by its name in the export. */
export function useUnionField(key: string, value: string | undefined): LookupQuery {
  const name = useUnionName(value === undefined ? undefined : Number(value));
  return useMemo(
    () => ({
      kind: 'lookup',
      key,
      label: '工会（含下级）',
      control: UnionLookup,
      describe: (id) => name ?? id,
    }),
    [key, name],
  );
}

function UnionLookup({ id, value, onChange }: LookupControlProps): ReactElement {
  return (
    <UnionPicker
      id={id}
      value={value === undefined ? undefined : Number(value)}
      onChange={(unionId) => onChange(unionId === undefined ? undefined : String(unionId))}
    />
  );
}
