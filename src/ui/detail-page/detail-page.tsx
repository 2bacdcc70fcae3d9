import type { ReactElement, ReactNode } from 'react';

import { PageTitle } from '../page-title.tsx';

export interface DetailPageProps {
  readonly title: string;
  /** A `StatusBadge` beside the title. */
  readonly status?: ReactNode;
  readonly description?: ReactNode;
  /** The way back, above the title. */
  readonly before?: ReactNode;
  /** Buttons of what may be done now, the usual one first. */
  readonly actions?: ReactNode;
  /** `DescriptionCard`, `Timeline`, `AttachmentList` and panels of its own. */
  readonly children: ReactNode;
}

/** One thing in full: what it is, what may be done, what happened to it. */
export function DetailPage(props: DetailPageProps): ReactElement {
  const { title, status, description, before, actions, children } = props;
  return (
    <div className="detail-page">
      <div className="detail-head">
        <PageTitle title={title} before={before} status={status}>
          {description}
        </PageTitle>
        {actions === undefined ? null : <div className="detail-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
