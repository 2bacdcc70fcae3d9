import type { ReactElement, ReactNode } from 'react';

import { PageTitle } from '../page-title.tsx';
import { SubmitForm } from './submit-form.tsx';
import type { SubmitFormProps } from './submit-form.tsx';

export interface FormPageProps<Output, Reply> extends SubmitFormProps<Output, Reply> {
  readonly title: string;
  /** One sentence that tells what the form is for. */
  readonly description?: ReactNode;
  /** The way back, above the title. */
  readonly before?: ReactNode;
}

/** A page that is one form. */
export function FormPage<Output, Reply>(props: FormPageProps<Output, Reply>): ReactElement {
  const { title, description, before, ...form } = props;
  return (
    <div className="form-page">
      <PageTitle title={title} before={before}>
        {description}
      </PageTitle>
      <SubmitForm {...form} />
    </div>
  );
}
