import type { ReactElement, ReactNode } from 'react';

export type NoteTone = 'info' | 'good' | 'warn' | 'bad';

interface NoteProps {
  readonly tone: NoteTone;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A few words that must not be overlooked; bad ones are read out at once. */
export function Note({ tone, title, children }: NoteProps): ReactElement {
  return (
    <div className={`note note-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      {title === undefined ? null : <strong>{title}</strong>}
      {children}
    </div>
  );
}
