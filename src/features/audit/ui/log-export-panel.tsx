import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { downloadFile, keepFile } from '#ui/download-file.ts';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { useMay } from '#ui/rights.ts';

import { AUDIT_ROUTES } from '../contract.ts';
import { usePublicKey } from './audit-queries.ts';

type LogRoute = typeof AUDIT_ROUTES.exportLog | typeof AUDIT_ROUTES.exportBusinessLog;

/** The log as a file that anyone can verify without this server, and the key to do so. */
export function LogExportPanel(): ReactElement {
  const may = useMay();
  const [route, setRoute] = useState<LogRoute>();
  return (
    <Panel title="离线验证">
      <p className="panel-lead">
        导出的日志文件可在另一台电脑上验证，不依赖本系统。验证命令：
        <code className="digest">songnuan verify 日志文件 --public-key 公钥文件</code>
      </p>
      <div className="button-row">
        <Button onClick={() => setRoute(AUDIT_ROUTES.exportLog)}>
          导出日志（业务数据只留摘要）
        </Button>
        {may('audit.read_business' satisfies Permission) ? (
          <Button onClick={() => setRoute(AUDIT_ROUTES.exportBusinessLog)}>
            导出日志（含业务数据）
          </Button>
        ) : null}
        <PublicKeyButton />
      </div>
      <ExportDialog route={route} onClose={() => setRoute(undefined)} />
    </Panel>
  );
}

function PublicKeyButton(): ReactElement {
  const { data: key } = usePublicKey();
  return (
    <Button
      disabled={key === undefined}
      onClick={() => {
        if (key !== undefined) keepFile(new Blob([key.pem]), 'songnuan-audit-public-key.pem');
      }}
    >
      下载公钥
    </Button>
  );
}

interface ExportDialogProps {
  readonly route: LogRoute | undefined;
  readonly onClose: () => void;
}

function ExportDialog({ route, onClose }: ExportDialogProps): ReactElement {
  return (
    <ReasonDialog
      title="导出审计日志"
      label="用途"
      placeholder="例如：报送经审会年度检查"
      confirmText="导出"
      isOpen={route !== undefined}
      onConfirm={(reason) =>
        route === undefined
          ? undefined
          : downloadFile(route, { body: { reason }, fallbackName: 'songnuan-audit.jsonl.gz' })
      }
      onCancel={onClose}
    />
  );
}
