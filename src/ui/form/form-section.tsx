import type { ReactElement, ReactNode } from 'react';

import { Panel } from '../panel.tsx';

export interface FormSectionProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A titled group of fields, two columns wide where there is room. */
export function FormSection({ title, extra, children }: FormSectionProps): ReactElement {
  return (
    <Panel title={title} extra={extra} className="form-section">
      <div className="form-grid">{children}</div>
    </Panel>
  );
}
