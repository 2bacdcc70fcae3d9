import type { ReactElement } from 'react';

export function LoadingState(): ReactElement {
  return (
    <output className="loading-state" aria-label="正在载入">
      <span />
      <span />
      <span />
    </output>
  );
}
