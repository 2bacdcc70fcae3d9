import type { ReactElement } from 'react';

import { RequestFailure, failureText } from '../request-failure.ts';
import { Note } from './note.tsx';

/** Why a button did not do what it should; nothing while there is no failure. */
export function FailureNote({ failure }: { readonly failure: unknown }): ReactElement | null {
  if (failure === undefined) return null;
  const errors = failure instanceof RequestFailure ? failure.errors : [];
  return (
    <Note tone="bad">
      <p>{failureText(failure)}</p>
      {errors.length === 0 ? null : (
        <ul className="bullets">
          {errors.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      )}
    </Note>
  );
}
