import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** The address without its query. A router of the pages that must stay small: path in, page out. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** What stands behind the question mark. */
export function useQueryText(name: string): string | undefined {
  const query = useSyncExternalStore(subscribe, () => window.location.search);
  return new URLSearchParams(query).get(name) ?? undefined;
}

interface GoOptions {
  /** The way back does not lead here again. */
  readonly isReplacing?: boolean;
}

export function go(path: string, { isReplacing = false }: GoOptions = {}): void {
  if (isReplacing) window.history.replaceState(null, '', path);
  else window.history.pushState(null, '', path);
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
