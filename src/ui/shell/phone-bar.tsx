import { MenuOutlined } from '@ant-design/icons';
import { useRouterState } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { MenuLink, MenuList } from './menu-list.tsx';
import { phoneBarItems } from './menu.ts';
import type { MenuGroup } from './menu.ts';

/** At the foot of a phone: the usual places, and a drawer with all of them. */
export function PhoneBar({ groups }: { readonly groups: readonly MenuGroup[] }): ReactElement {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [openAt, setOpenAt] = useState<string>();
  // Choosing a place closes the drawer: it was opened elsewhere.
  const isOpen = openAt === path;
  const items = phoneBarItems(groups);
  const hasMore = groups.flatMap((group) => group.items).length > items.length;
  return (
    <>
      <nav className="phone-bar" aria-label="主菜单">
        <ul>
          {items.map((item) => (
            <li key={item.path}>
              <MenuLink item={item} />
            </li>
          ))}
          {hasMore ? <MoreButton isOpen={isOpen} onOpen={() => setOpenAt(path)} /> : null}
        </ul>
      </nav>
      <Drawer
        title="全部功能"
        placement="bottom"
        size="85%"
        open={isOpen}
        onClose={() => setOpenAt(undefined)}
        closable={{ 'aria-label': '关闭' }}
        rootClassName="menu-drawer"
      >
        <nav aria-label="全部功能">
          <MenuList groups={groups} />
        </nav>
      </Drawer>
    </>
  );
}

interface MoreButtonProps {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function MoreButton({ isOpen, onOpen }: MoreButtonProps): ReactElement {
  return (
    <li>
      <button type="button" className="menu-link" aria-expanded={isOpen} onClick={onOpen}>
        <span className="menu-icon" aria-hidden>
          <MenuOutlined />
        </span>
        <span className="menu-short">更多</span>
      </button>
    </li>
  );
}
