import { FileExcelOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import type { ReactElement } from 'react';

import { DataTable } from '../data-table.tsx';
import type { DataColumn } from '../data-table.tsx';
import { DownloadButton } from '../download-button.tsx';
import { Panel } from '../panel.tsx';
import { StatFigure } from '../stat-figure.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { ImportConfirm } from './import-confirm.tsx';
import type { ImportConfirmProps } from './import-confirm.tsx';
import type { ImportProblem } from './import-kind.ts';

/** What the file would do, what is wrong with it, and the decision. */
export function ImportChecked(props: ImportConfirmProps): ReactElement {
  const { kind, file, check } = props;
  return (
    <>
      <Panel title="第二步　检查结果" extra={file.name}>
        <Figures kind={kind} check={check} />
        {check.problemCount === 0 ? (
          <Alert type="success" showIcon title="没有发现问题，可以导入。" />
        ) : (
          <Problems {...props} />
        )}
      </Panel>
      <ImportConfirm {...props} />
    </>
  );
}

function Figures({ kind, check }: Pick<ImportConfirmProps, 'kind' | 'check'>): ReactElement {
  return (
    <div className="stats">
      <StatFigure label="共有" value={check.rowCount} unit="行" />
      <StatFigure label="将新建" value={check.createCount} unit={kind.counted.slice(0, 1)} />
      <StatFigure label="将更新" value={check.updateCount} unit={kind.counted.slice(0, 1)} />
      <StatFigure label="与系统一致" value={check.unchangedCount} unit="行" />
      <StatFigure label="有误" value={check.faultyCount} unit="行" />
    </div>
  );
}

function Problems({ kind, file, check }: ImportConfirmProps): ReactElement {
  const { problems, problemCount } = check;
  const sheets = new Set(problems.map(({ where }) => sheetOf(where)));
  return (
    <>
      <div className="import-problems-head">
        <p>
          {problemCount > problems.length
            ? `发现 ${problemCount} 处问题，下面列出前 ${problems.length} 处：`
            : `发现 ${problemCount} 处问题：`}
        </p>
        <DownloadButton
          route={kind.routes.importErrors}
          file={file}
          fallbackName={`${kind.name}（错误原因）.xlsx`}
          icon={<FileExcelOutlined aria-hidden />}
        >
          下载“错误原因”文件
        </DownloadButton>
      </div>
      <DataTable
        label="文件中的问题"
        columns={sheets.size > 1 ? [SHEET_COLUMN, ...COLUMNS] : COLUMNS}
        rows={problems}
        rowKey={({ where, code, value }) => `${where} ${code} ${value}`}
        isMarked={({ severity }) => severity === 'error'}
      />
    </>
  );
}

/** `工会组织!B7` */
function sheetOf(where: string): string {
  return where.includes('!') ? where.slice(0, where.lastIndexOf('!')) : '';
}

function cellOf(where: string): string {
  return where.slice(where.lastIndexOf('!') + 1);
}

const SHEET_COLUMN: DataColumn<ImportProblem> = {
  key: 'sheet',
  title: '工作表',
  width: 110,
  render: ({ where }) => sheetOf(where),
};

const COLUMNS: readonly DataColumn<ImportProblem>[] = [
  {
    key: 'cell',
    title: '单元格',
    width: 90,
    isCardTitle: true,
    render: ({ where }) => cellOf(where),
  },
  {
    key: 'severity',
    title: '轻重',
    width: 80,
    render: ({ severity }) =>
      severity === 'error' ? (
        <StatusBadge tone="bad">有误</StatusBadge>
      ) : (
        <StatusBadge tone="warn">请核对</StatusBadge>
      ),
  },
  { key: 'value', title: '填写的内容', width: 150, render: ({ value }) => value || '（空）' },
  { key: 'cause', title: '问题', isWideOnPhone: true, render: ({ cause }) => cause },
  { key: 'cure', title: '如何改正', isWideOnPhone: true, render: ({ cure }) => cure },
];
