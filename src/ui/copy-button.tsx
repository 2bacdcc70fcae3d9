import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

interface CopyButtonProps {
  readonly text: string;
}

type Outcome = 'none' | 'copied' | 'failed';

const LABELS: Readonly<Record<Outcome, string>> = {
  none: '复制',
  copied: '已复制',
  failed: '无法复制，请手工选取',
};

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text }: CopyButtonProps): ReactElement {
  const [outcome, setOutcome] = useState<Outcome>('none');
  return (
    <Button
      icon={outcome === 'copied' ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      onClick={({ currentTarget }) => void copy(text, currentTarget).then(setOutcome)}
    >
      <span aria-live="polite">{LABELS[outcome]}</span>
    </Button>
  );
}

async function copy(text: string, button: HTMLElement): Promise<Outcome> {
  try {
    // Not there on a page that came without https, as in most offices' own networks.
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return copyFromField(text, button) ? 'copied' : 'failed';
  }
}

/** The old way: beside the button, for a dialog lets nothing outside it take the focus. */
function copyFromField(text: string, button: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  button.after(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  button.focus();
  return isCopied;
}
