import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { ReactElement } from 'react';

import { badgeText } from './menu.ts';
import type { MenuEntry, MenuGroup } from './menu.ts';

interface MenuListProps {
  readonly groups: readonly MenuGroup[];
  readonly isFolded?: boolean;
}

/** The grouped menu: at the side, or in the drawer of a phone. */
export function MenuList({ groups, isFolded = false }: MenuListProps): ReactElement {
  return (
    <div className="menu-groups">
      {groups.map((group) => (
        <MenuGroupList
          key={group.title ?? group.items[0]?.path ?? ''}
          group={group}
          isFolded={isFolded}
        />
      ))}
    </div>
  );
}

interface MenuGroupListProps {
  readonly group: MenuGroup;
  readonly isFolded: boolean;
}

function MenuGroupList({ group, isFolded }: MenuGroupListProps): ReactElement {
  const id = useId();
  const { title, items } = group;
  return (
    <div className="menu-group">
      {title === undefined ? null : (
        <p id={id} className="menu-title">
          {title}
        </p>
      )}
      <ul aria-labelledby={title === undefined ? undefined : id}>
        {items.map((item) => (
          <li key={item.path}>
            <MenuLink item={item} title={isFolded ? item.label : ''} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface MenuLinkProps {
  readonly item: MenuEntry;
  /** Shown when the pointer rests on it. */
  readonly title?: string;
}

export function MenuLink({ item, title = '' }: MenuLinkProps): ReactElement {
  const { path, label, shortLabel = label, icon, badge, isExact = false } = item;
  const count = badgeText(badge);
  return (
    <Link
      to={path}
      className="menu-link"
      activeOptions={{ exact: isExact || path === '/', includeSearch: false }}
      title={title}
    >
      <span className="menu-icon" aria-hidden>
        {icon}
      </span>
      <span className="menu-label">{label}</span>
      <span className="menu-short" aria-hidden>
        {shortLabel}
      </span>
      {count === '' ? null : (
        <span className="menu-badge">
          {count}
          <span className="visually-hidden">项待处理</span>
        </span>
      )}
    </Link>
  );
}
