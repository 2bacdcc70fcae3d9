import { Drawer } from 'antd';
import { useLayoutEffect } from 'react';
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
  useReturnOfFocus(isOpen);
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

/**
 * Whatever had the focus when the panel opened gets it back when it closes. Ant Design's drawer
 * does so too, but not when it is closed while it still slides in.
 */
function useReturnOfFocus(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const opener = document.activeElement;
    return () => {
      // After the drawer has let go of the focus.
      setTimeout(() => {
        if (opener instanceof HTMLElement && opener.isConnected)
          opener.focus({ preventScroll: true });
      });
    };
  }, [isOpen]);
}
