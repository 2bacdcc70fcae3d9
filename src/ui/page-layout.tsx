import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { SkipLink } from './skip-link.tsx';

export interface MenuItem {
  readonly path: string;
  readonly label: string;
  /** Fits under an icon on a phone. */
  readonly shortLabel: string;
  readonly icon: ReactNode;
}

interface PageLayoutProps {
  readonly productName: string;
  readonly subject: string;
  readonly items: readonly MenuItem[];
  /** Below the header on every page. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** Header, menu (at the side, or at the foot of a phone) and the page. */
export function PageLayout(props: PageLayoutProps): ReactElement {
  const { productName, subject, items, banner, children } = props;
  const [isFolded, setFolded] = useState(false);
  const main = useRef<HTMLElement>(null);
  return (
    <div className={isFolded ? 'layout layout-folded' : 'layout'}>
      <SkipLink onSkip={() => main.current?.focus()} />
      <header className="layout-header">
        <Link to="/" className="layout-brand">
          <img src="/favicon.svg" alt="" width={30} height={30} />
          <span className="layout-product">{productName}</span>
          <span className="layout-subject">{subject}</span>
        </Link>
      </header>
      {banner}
      <nav className="layout-menu" aria-label="主菜单">
        <MenuList items={items} isFolded={isFolded} />
        <button
          type="button"
          className="layout-fold"
          onClick={() => setFolded(!isFolded)}
          aria-expanded={!isFolded}
          aria-label={isFolded ? '展开菜单' : '收起菜单'}
        >
          {isFolded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
          <span className="menu-label">收起菜单</span>
        </button>
      </nav>
      <main className="layout-main" ref={main} tabIndex={-1} id="main">
        {children}
      </main>
    </div>
  );
}

interface MenuListProps {
  readonly items: readonly MenuItem[];
  readonly isFolded: boolean;
}

function MenuList({ items, isFolded }: MenuListProps): ReactElement {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.path}>
          <Link
            to={item.path}
            className="menu-link"
            activeOptions={{ exact: item.path === '/', includeSearch: false }}
            title={isFolded ? item.label : ''}
          >
            <span className="menu-icon" aria-hidden>
              {item.icon}
            </span>
            <span className="menu-label">{item.label}</span>
            <span className="menu-short" aria-hidden>
              {item.shortLabel}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
