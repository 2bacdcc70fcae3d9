import { InboxOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing to list, and why. */
export function EmptyState({ title, children }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      <InboxOutlined aria-hidden className="empty-state-icon" />
      <p className="empty-state-title">{title}</p>
      {children}
    </div>
  );
}
