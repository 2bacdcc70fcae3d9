import { RightOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';

interface FoldButtonProps {
  readonly isUnfolded: boolean;
  /** What it folds, for screen readers. */
  readonly subject: string;
  readonly onToggle: () => void;
}

export function FoldButton({ isUnfolded, subject, onToggle }: FoldButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={isUnfolded ? 'fold-button is-unfolded' : 'fold-button'}
      aria-expanded={isUnfolded}
      aria-label={`${isUnfolded ? '收起' : '展开'}${subject}`}
      onClick={onToggle}
    >
      <RightOutlined aria-hidden />
    </button>
  );
}
