import { Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import { useIsPhone } from './use-is-phone.ts';

interface SidePanelProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Details beside the list one came from; the whole screen on a phone. Keeps the focus until closed. */
export function SidePanel({ title, isOpen, onClose, children }: SidePanelProps): ReactElement {
  const isPhone = useIsPhone();
  return (
    <Drawer
      title={title}
      open={isOpen}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '92%' : 560}
      destroyOnHidden
      closable={{ 'aria-label': '关闭' }}
    >
      {children}
    </Drawer>
  );
}
