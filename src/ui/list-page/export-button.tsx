import { ExportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, lazy, useId, useState } from 'react';
import type { ReactElement } from 'react';

import type { FilterPart } from './list-search.ts';

// Fetched when it is opened: a list is looked at more often than exported.
const ReasonDialog = lazy(async () => {
  const module = await import('../form/reason-dialog.tsx');
  return { default: module.ReasonDialog };
});

export interface ExportRequest {
  readonly reason: string;
}

interface ExportButtonProps {
  /** 共 N 条 */
  readonly count: string;
  readonly isEmpty: boolean;
  readonly filter: readonly FilterPart[];
  readonly onExport: (request: ExportRequest) => Promise<void> | void;
}

/** Exports what the current filter finds, once its purpose is told. */
export function ExportButton(props: ExportButtonProps): ReactElement {
  const { count, isEmpty, filter, onExport } = props;
  const [isOpen, setOpen] = useState(false);
  const hintId = useId();
  return (
    <>
      <Button
        icon={<ExportOutlined aria-hidden />}
        disabled={isEmpty}
        title={isEmpty ? NOTHING_TO_EXPORT : ''}
        aria-describedby={isEmpty ? hintId : undefined}
        onClick={() => setOpen(true)}
      >
        导出
      </Button>
      {isEmpty ? (
        <span id={hintId} className="visually-hidden">
          {NOTHING_TO_EXPORT}
        </span>
      ) : null}
      {isOpen ? (
        <Suspense>
          <ReasonDialog
            title="导出"
            label="用途"
            placeholder="例如：报送市总工会一季度帮扶情况"
            confirmText="导出"
            isOpen
            onConfirm={(reason) => onExport({ reason })}
            onCancel={() => setOpen(false)}
          >
            <ExportScope count={count} filter={filter} />
          </ReasonDialog>
        </Suspense>
      ) : null}
    </>
  );
}

const NOTHING_TO_EXPORT = '当前条件下没有可导出的记录';

function ExportScope({ count, filter }: Pick<ExportButtonProps, 'count' | 'filter'>): ReactElement {
  return (
    <dl className="export-scope">
      <div>
        <dt>记录数</dt>
        <dd>{count.startsWith('共') ? count : `${count}，导出全部符合条件的记录`}</dd>
      </div>
      {filter.length === 0 ? (
        <div>
          <dt>查询条件</dt>
          <dd>无（全部记录）</dd>
        </div>
      ) : (
        filter.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))
      )}
    </dl>
  );
}
