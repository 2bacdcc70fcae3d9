import { useState } from 'react';
import type { ReactElement } from 'react';

import { LightField } from './light-field.tsx';
import type { FieldWords } from './light-field.tsx';

interface PasswordFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A password to be thought of, not one that the phone may fill in. */
  readonly isNew: boolean;
}

/** Hidden at first; shown on demand, for small keys are hit wrongly. */
export function PasswordField(props: PasswordFieldProps): ReactElement {
  const { value, onChange, isNew, ...words } = props;
  const [isShown, setShown] = useState(false);
  return (
    <LightField {...words}>
      {(ids) => (
        <span className="with-unit">
          <input
            {...ids}
            type={isShown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            maxLength={128}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button
            type="button"
            className="button-link"
            aria-pressed={isShown}
            aria-label={`显示${words.label}`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? '隐藏' : '显示'}
          </button>
        </span>
      )}
    </LightField>
  );
}
