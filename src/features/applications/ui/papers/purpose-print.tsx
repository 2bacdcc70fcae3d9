import { FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

// Fetched when it is opened.
const ReasonDialog = lazy(async () => {
  const module = await import('#ui/form/reason-dialog.tsx');
  return { default: module.ReasonDialog };
});

interface PurposePrintProps {
  readonly label: string;
  readonly title: string;
  readonly placeholder: string;
  readonly isDisabled?: boolean;
  /** What will be printed. */
  readonly children: ReactNode;
  readonly onPrint: (reason: string) => Promise<void>;
}

/** Prints what holds much of many people, once its purpose is told. */
export function PurposePrint(props: PurposePrintProps): ReactElement {
  const { label, title, placeholder, isDisabled = false, children, onPrint } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        icon={<FilePdfOutlined aria-hidden />}
        disabled={isDisabled}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen ? (
        <Suspense>
          <ReasonDialog
            title={title}
            label="用途"
            placeholder={placeholder}
            confirmText="打印"
            isOpen
            onConfirm={onPrint}
            onCancel={() => setOpen(false)}
          >
            {children}
          </ReasonDialog>
        </Suspense>
      ) : null}
    </>
  );
}
