import { useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { useLargeText } from '../shell/use-large-text.ts';
import { SkipLink } from '../skip-link.tsx';
import { useOnline } from './use-online.ts';
import { Way } from './way.tsx';

export interface FootEntry {
  readonly to: string;
  readonly label: string;
}

interface LightShellProps {
  /** The places of the bar at the foot; none while nobody is signed in. */
  readonly foot: readonly FootEntry[];
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** Around every page for a phone: name, size of letters, what the network does, the page, the bar. */
export function LightShell({ foot, banner, children }: LightShellProps): ReactElement {
  const main = useRef<HTMLElement>(null);
  return (
    <div className="light">
      <SkipLink onSkip={() => main.current?.focus()} />
      <header className="light-head">
        <span className="light-brand">
          <img src="/favicon.svg" alt="" width={28} height={28} />
          送暖
        </span>
        <LargeText />
      </header>
      <NetworkNote />
      {banner}
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      {foot.length === 0 ? null : (
        <nav className="light-foot" aria-label="主菜单">
          {foot.map(({ to, label }) => (
            <Way key={to} to={to}>
              {label}
            </Way>
          ))}
        </nav>
      )}
    </div>
  );
}

function LargeText(): ReactElement {
  const [isLarge, setLarge] = useLargeText();
  return (
    <button
      type="button"
      className="large-text"
      aria-pressed={isLarge}
      onClick={() => setLarge(!isLarge)}
    >
      大字版{isLarge ? '：开' : ''}
    </button>
  );
}

/** Read out as soon as it changes. */
function NetworkNote(): ReactElement {
  const isOnline = useOnline();
  return (
    <output className={isOnline ? undefined : 'network-note'}>
      {isOnline ? null : '网络已断开。已填写的内容保存在本机，网络恢复后会自动继续。'}
    </output>
  );
}
