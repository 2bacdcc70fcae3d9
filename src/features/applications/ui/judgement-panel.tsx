import type { ReactElement } from 'react';

import { Panel } from '#ui/panel.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { ApplicationDetail, Judgement } from '../rules/application-views.ts';
import { yuanText } from './labels.ts';

const SEVERITIES = {
  block: { tone: 'bad', text: '不允许' },
  needs_reason: { tone: 'warn', text: '须特殊原因' },
  needs_approval: { tone: 'info', text: '须领导审批' },
} as const;

/** What the rules say: the outcome, then every reason with its clause. */
export function RuleReasons({ of }: { readonly of: Judgement }): ReactElement {
  const { outcome, reasons } = of;
  return (
    <div className="rule-reasons">
      <p className="badge-line">
        规则结论：
        <StatusBadge tone={outcome === 'allowed' ? 'good' : 'bad'}>
          {outcome === 'allowed' ? '符合规则' : '不符合规则'}
        </StatusBadge>
      </p>
      {reasons.length === 0 ? null : (
        <ul className="reason-list">
          {reasons.map(({ code, severity, rule, detail, citation, isOverridable }) => (
            <li key={`${code}${detail}`}>
              <span className="badge-line">
                <StatusBadge tone={SEVERITIES[severity].tone}>
                  {SEVERITIES[severity].text}
                </StatusBadge>
                <strong>{rule}</strong>
                {isOverridable ? <span className="field-hint">可以特批</span> : null}
              </span>
              <span className="rule-detail">{detail}</span>
              <span className="rule-citation">{`依据：${citation}`}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface JudgementPanelProps {
  readonly application: ApplicationDetail;
}

/** 规则结论: as the rules stand now, with the suggested amount. */
export function JudgementPanel({ application }: JudgementPanelProps): ReactElement | null {
  const { judgement, suggestion, policyTitle, steps } = application;
  if (judgement === null) return null;
  const text = suggestionText(suggestion);
  const isLookedAt = steps.some(({ meetsConditions }) => meetsConditions !== null);
  return (
    <Panel title="规则结论" extra={policyTitle}>
      <RuleReasons of={judgement} />
      {isLookedAt ? null : (
        <p className="panel-note">还没有核实结果，暂按家庭情况符合救助类别的条件试算。</p>
      )}
      {text === undefined ? null : <p className="panel-note">{text}</p>}
    </Panel>
  );
}

/** The suggested amount with its range and what it rests on. */
export function suggestionText(suggestion: ApplicationDetail['suggestion']): string | undefined {
  if (suggestion === null) return undefined;
  const { amountFen, minFen, maxFen, netMonthlyFen, minimumLivingFen } = suggestion;
  const parts = [
    amountFen === null ? '没有建议金额' : `建议 ${yuanText(amountFen)}`,
    minFen === null || maxFen === null ? null : rangeText(minFen, maxFen),
    netMonthlyFen === null ? null : `家庭月人均净收入 ${yuanText(netMonthlyFen)}`,
    minimumLivingFen === null ? null : `低保标准 ${yuanText(minimumLivingFen)}`,
  ];
  return `${parts.filter((part) => part !== null).join('；')}。`;
}

function rangeText(minFen: number, maxFen: number): string {
  return minFen === maxFen
    ? `标准 ${yuanText(minFen)}`
    : `标准 ${yuanText(minFen)}至 ${yuanText(maxFen)}`;
}
