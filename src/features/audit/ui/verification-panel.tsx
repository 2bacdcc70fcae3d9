import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { Panel } from '#ui/panel.tsx';
import { failureText } from '#ui/request-failure.ts';

import { AUDIT_ROUTES } from '../contract.ts';
import { explainVerification, toChinaTime } from '../messages.ts';
import type { Verification } from '../rules/log-fault.ts';
import { useActionLabels } from './audit-queries.ts';

const HEAD = /^[0-9a-fA-F]{64}$/;

interface VerificationPanelProps {
  readonly onVerified: () => void;
}

/** Verifies the whole log, against a digest noted down earlier where there is one. */
export function VerificationPanel({ onVerified }: VerificationPanelProps): ReactElement {
  const [head, setHead] = useState('');
  const text = head.trim();
  const isUsable = text === '' || HEAD.test(text);
  const verification = useMutation({
    mutationFn: () => callRoute(AUDIT_ROUTES.verify, { body: text === '' ? {} : { head: text } }),
    onSuccess: onVerified,
  });
  return (
    <Panel title="验证">
      <HeadField head={head} isUsable={isUsable} onHead={setHead} />
      <Button
        type="primary"
        disabled={!isUsable}
        loading={verification.isPending}
        onClick={() => verification.mutate()}
      >
        验证整份日志
      </Button>
      <div aria-live="polite" className="verification-result">
        {verification.error === null ? null : (
          <Alert type="error" showIcon title={failureText(verification.error)} />
        )}
        {verification.data === undefined ? null : <Outcome result={verification.data} />}
      </div>
    </Panel>
  );
}

interface HeadFieldProps {
  readonly head: string;
  readonly isUsable: boolean;
  readonly onHead: (head: string) => void;
}

function HeadField({ head, isUsable, onHead }: HeadFieldProps): ReactElement {
  const id = useId();
  return (
    <div className="reason-field">
      <label htmlFor={id}>上次抄存的末块摘要</label>
      <Input
        id={id}
        allowClear
        maxLength={80}
        value={head}
        status={isUsable ? '' : 'error'}
        aria-invalid={!isUsable}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onHead(event.target.value)}
      />
      <p id={`${id}-hint`} className="field-hint">
        {isUsable ? '可不填。填写后还能查出末尾是否被截去。' : '摘要应为64位十六进制数字，请核对。'}
      </p>
    </div>
  );
}

function Outcome({ result }: { readonly result: Verification }): ReactElement {
  const labels = Object.fromEntries(useActionLabels());
  const { ok, head, keyFingerprint } = result;
  return (
    <>
      <Alert
        type={ok ? 'success' : 'error'}
        showIcon
        title={explainVerification(result, labels)}
        description={
          ok
            ? undefined
            : '请立即保存现场、报告审计管理员和分管领导，并与最近的备份及抄存的摘要核对。'
        }
      />
      {head === null ? null : (
        <div className="head-digest">
          <p>
            {`末块：第${head.blockNo}块，${toChinaTime(head.sealedAtMs)} 封存。请把下面的摘要抄存在系统以外，下次验证时填入：`}
          </p>
          <p>
            <code className="digest">{head.digest}</code> <CopyButton text={head.digest} />
          </p>
          <p className="field-hint">
            签名公钥指纹：<code className="digest">{keyFingerprint}</code>
          </p>
        </div>
      )}
    </>
  );
}
