import type { ReactElement } from 'react';

/** Says on every page that what it shows is made up. */
export function SampleBanner({
  text = '样例数据：人员均为虚构。',
}: {
  readonly text?: string;
}): ReactElement {
  return (
    <aside className="banner" aria-label="数据说明">
      <strong>{text}</strong>
    </aside>
  );
}
