import { BellOutlined, DownOutlined, FontSizeOutlined, UserOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';

import { badgeText } from './menu.ts';
import { useLargeText } from './use-large-text.ts';

export interface ShellUser {
  readonly name: string;
  /** e.g. 区总工会经办人 */
  readonly role?: string;
}

export interface ShellHeaderProps {
  readonly productName: string;
  /** Whose house it is, beside the product. */
  readonly unionName: string;
  readonly homePath?: string;
  /** Absent while nobody is signed in. */
  readonly user?: ShellUser | undefined;
  readonly profilePath?: string;
  readonly onSignOut?: () => void;
  /** Absent where there is no inbox. */
  readonly inboxPath?: string | undefined;
  readonly unreadCount?: number;
}

/** Product and union at the left; inbox, text size and the person at the right. */
export function ShellHeader(props: ShellHeaderProps): ReactElement {
  const { productName, unionName, homePath = '/', inboxPath, unreadCount = 0 } = props;
  return (
    <header className="layout-header">
      <Link to={homePath} className="layout-brand">
        <img src="/favicon.svg" alt="" width={30} height={30} />
        <span className="layout-product">{productName}</span>
        <span className="layout-subject">{unionName}</span>
      </Link>
      <div className="header-tools">
        <LargeTextSwitch />
        {inboxPath === undefined ? null : <InboxBell path={inboxPath} count={unreadCount} />}
        <UserMenu {...props} />
      </div>
    </header>
  );
}

function LargeTextSwitch(): ReactElement {
  const [isLarge, setLarge] = useLargeText();
  return (
    <Button
      type="text"
      className="header-tool"
      icon={<FontSizeOutlined aria-hidden />}
      aria-pressed={isLarge}
      onClick={() => setLarge(!isLarge)}
    >
      <span className="header-tool-text">大字版</span>
    </Button>
  );
}

interface InboxBellProps {
  readonly path: string;
  readonly count: number;
}

function InboxBell({ path, count }: InboxBellProps): ReactElement {
  const text = badgeText(count);
  const label = text === '' ? '消息' : `消息，${text} 条未读`;
  return (
    <Link to={path} className="header-tool header-bell" aria-label={label} title={label}>
      <BellOutlined aria-hidden />
      {text === '' ? null : (
        <span className="menu-badge" aria-hidden>
          {text}
        </span>
      )}
    </Link>
  );
}

function UserMenu(props: ShellHeaderProps): ReactElement | null {
  const { user, profilePath = '/profile', onSignOut } = props;
  const navigate = useNavigate();
  if (user === undefined) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'profile', label: '个人中心' },
          { type: 'divider' },
          { key: 'signOut', label: '退出登录' },
        ],
        onClick: ({ key }) => {
          if (key === 'signOut') onSignOut?.();
          else void navigate({ to: profilePath });
        },
      }}
    >
      <Button
        type="text"
        className="header-tool header-user"
        aria-haspopup="menu"
        icon={<UserOutlined aria-hidden />}
      >
        <span className="header-user-name">{user.name}</span>
        {user.role === undefined ? null : <span className="header-user-role">{user.role}</span>}
        <span className="visually-hidden">账户菜单</span>
        <DownOutlined aria-hidden className="header-user-more" />
      </Button>
    </Dropdown>
  );
}
