import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { ConfigProvider } from 'antd';
import { useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { SkipLink } from '../skip-link.tsx';
import { largeTextTheme } from '../theme.ts';
import { useIsPhone } from '../use-is-phone.ts';
import { MenuList } from './menu-list.tsx';
import type { MenuGroup } from './menu.ts';
import { PhoneBar } from './phone-bar.tsx';
import { ShellHeader } from './shell-header.tsx';
import type { ShellHeaderProps } from './shell-header.tsx';
import { useLargeText } from './use-large-text.ts';

export interface AppShellProps extends ShellHeaderProps {
  readonly groups: readonly MenuGroup[];
  /** Below the header on every page, mostly a `SampleBanner`. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** Around every page of the house: header, menu (a bar and a drawer on a phone), banner, page. */
export function AppShell(props: AppShellProps): ReactElement {
  const { groups, banner, children } = props;
  const [isFolded, setFolded] = useState(false);
  const [isLarge] = useLargeText();
  const isPhone = useIsPhone();
  const main = useRef<HTMLElement>(null);
  return (
    <ConfigProvider theme={isLarge ? largeTextTheme : {}}>
      <div className={isFolded ? 'layout shell layout-folded' : 'layout shell'}>
        <SkipLink onSkip={() => main.current?.focus()} />
        <ShellHeader {...props} />
        {banner}
        {isPhone ? null : (
          <SideMenu groups={groups} isFolded={isFolded} onFold={() => setFolded(!isFolded)} />
        )}
        <main className="layout-main" ref={main} tabIndex={-1} id="main">
          {children}
        </main>
        {isPhone ? <PhoneBar groups={groups} /> : null}
      </div>
    </ConfigProvider>
  );
}

interface SideMenuProps {
  readonly groups: readonly MenuGroup[];
  readonly isFolded: boolean;
  readonly onFold: () => void;
}

function SideMenu({ groups, isFolded, onFold }: SideMenuProps): ReactElement {
  return (
    <nav className="layout-menu" aria-label="主菜单">
      <MenuList groups={groups} isFolded={isFolded} />
      <button
        type="button"
        className="layout-fold"
        onClick={onFold}
        aria-expanded={!isFolded}
        aria-label={isFolded ? '展开菜单' : '收起菜单'}
      >
        {isFolded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
        <span className="menu-label">收起菜单</span>
      </button>
    </nav>
  );
}
