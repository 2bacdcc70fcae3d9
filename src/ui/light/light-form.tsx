import type { ReactElement, ReactNode } from 'react';

import { FailureNote } from './failure-note.tsx';
import type { Task } from './use-task.ts';

interface LightFormProps {
  readonly task: Pick<Task<never>, 'isBusy' | 'failure'>;
  readonly submitText: string;
  readonly onSubmit: () => void;
  /** Beside the button that sends. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** Fields, what went wrong, and one button as wide as the page. */
export function LightForm(props: LightFormProps): ReactElement {
  const { task, submitText, onSubmit, before, children } = props;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <FailureNote failure={task.failure} />
      <div className="buttons">
        <button type="submit" className="button button-main" disabled={task.isBusy}>
          {task.isBusy ? '正在提交…' : submitText}
        </button>
        {before}
      </div>
    </form>
  );
}
