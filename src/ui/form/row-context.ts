import { createContext } from 'react';

/** Which row of which list the fields below stand in. */
export interface RowPlace {
  readonly list: readonly string[];
  readonly index: number;
}

export const RowContext = createContext<RowPlace | undefined>(undefined);
