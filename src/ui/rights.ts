import { createContext, useContext } from 'react';

/** Who looks at the page, as far as a page must know to offer what that person may do. */
export interface Rights {
  readonly accountId: number;
  readonly permissions: readonly string[];
}

/** Given by the house around the pages. */
export const RightsContext = createContext<Rights>({ accountId: 0, permissions: [] });

/**
 * Whether the person may; the server decides again. Callers name what they ask with
 * `satisfies Permission`, which is not known here.
 */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useContext(RightsContext);
  return (permission) => permissions.includes(permission);
}

export function useOwnAccountId(): number {
  return useContext(RightsContext).accountId;
}
