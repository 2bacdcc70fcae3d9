import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { failureText } from '../request-failure.ts';
import { Note } from './note.tsx';

const SLOW_MS = 6000;

interface LoadStateProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or that it is coming, or why it did not come and how to ask again. */
export function LoadState<Data>({ query, children }: LoadStateProps<Data>): ReactNode {
  const { data, error, isPending, refetch } = query;
  if (data !== undefined) return children(data);
  if (isPending) return <Loading />;
  return <LoadFailure error={error} onRetry={() => void refetch()} />;
}

interface LoadFailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

export function LoadFailure({ error, onRetry }: LoadFailureProps): ReactElement {
  return (
    <Note tone="bad" title="没有加载成功">
      <p>{failureText(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        重新加载
      </button>
    </Note>
  );
}

/** Says after a while that it is the network, lest people think that the page is broken. */
export function Loading(): ReactElement {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <output className="loading-state">
      {isSlow ? '网络较慢，仍在加载，请稍候。' : '正在加载…'}
    </output>
  );
}
