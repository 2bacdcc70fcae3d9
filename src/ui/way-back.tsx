import { ArrowLeftOutlined } from '@ant-design/icons';
import { useCanGoBack, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';

interface WayBackProps {
  readonly label: string;
  /** Where to go when the page was opened directly. */
  readonly home: string;
}

/** Back to the page one came from, with its filters. */
export function WayBack({ label, home }: WayBackProps): ReactElement {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <button
      type="button"
      className="way-back"
      onClick={() => {
        if (canGoBack) router.history.back();
        else void router.navigate({ to: home });
      }}
    >
      <ArrowLeftOutlined aria-hidden /> {label}
    </button>
  );
}
