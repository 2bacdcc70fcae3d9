import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import { EmptyState } from '../empty-state.tsx';
import type { ListSearch } from './list-search.ts';

interface EmptyListProps {
  readonly hasFilter: boolean;
  readonly emptyText?: string;
  readonly emptyAction?: ReactNode;
  readonly onSearchChange: (next: ListSearch) => void;
}

/** No rows: because of the filter, or because there are none yet; with the step that helps. */
export function EmptyList(props: EmptyListProps): ReactElement {
  const { hasFilter, emptyText = '还没有记录', emptyAction, onSearchChange } = props;
  if (!hasFilter) return <EmptyState title={emptyText}>{emptyAction}</EmptyState>;
  return (
    <EmptyState title="没有符合条件的记录">
      <Button onClick={() => onSearchChange({})}>清除查询条件</Button>
    </EmptyState>
  );
}
