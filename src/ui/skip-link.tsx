import type { ReactElement } from 'react';

/** The first stop of the keyboard: past the menu. */
export function SkipLink({ onSkip }: { readonly onSkip: () => void }): ReactElement {
  return (
    <a
      href="#main"
      className="skip-link"
      onClick={(event) => {
        event.preventDefault();
        onSkip();
      }}
    >
      跳到主要内容
    </a>
  );
}
