import type { ReactElement, ReactNode } from 'react';

import { ErrorState } from './error-state.tsx';
import { LoadingState } from './loading-state.tsx';

interface Query<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface QueryStateProps<Data> {
  readonly query: Query<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows a query's data, or that it is on its way, or why it is missing. */
export function QueryState<Data>({ query, children }: QueryStateProps<Data>): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <LoadingState />;
}
