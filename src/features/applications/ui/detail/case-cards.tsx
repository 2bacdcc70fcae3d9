import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { fen, toCapitalYuan } from '#core/money.ts';
import type { Permission } from '#features/accounts/rules/permissions.ts';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import { useMay } from '#ui/rights.ts';

import { EVENT_KIND_NAMES, TIER_NAMES } from '../../messages.ts';
import type { ApplicationDetail } from '../../rules/application-views.ts';
import { aidText, clockText, yuanText } from '../labels.ts';

interface CardProps {
  readonly application: ApplicationDetail;
}

/** 申请信息 */
export function CaseCard({ application }: CardProps): ReactElement {
  const { requestedFen, proposedFen, approvedFen, tier, event, appliedOn, decidedOn } = application;
  return (
    <DescriptionCard
      title="申请信息"
      items={[
        { label: '申请人', value: application.applicantName },
        { label: '身份证号', value: application.identityNumber },
        { label: '困难家庭档案', value: <HouseholdLink {...application} /> },
        { label: '救助类型和类别', value: aidText(application) },
        { label: '申请方式', value: application.isOnBehalf ? '工会代办' : '本人申请' },
        { label: '特殊原因', value: application.specialReason ?? '无' },
        { label: '申请金额', value: <Amount of={requestedFen} /> },
        { label: '拟定金额', value: <Amount of={proposedFen} /> },
        { label: '批准金额', value: <Amount of={approvedFen} /> },
        { label: '申请日期', value: appliedOn ?? '尚未提交' },
        { label: '决定日期', value: decidedOn ?? '尚未决定' },
        { label: '现在环节', value: tier === null ? '—' : TIER_NAMES[tier] },
        { label: '办理时限', value: <Clock application={application} />, isWide: true },
        ...(event === null
          ? []
          : [
              {
                label: '救助事件',
                value: `${event.number} ${event.happenedOn} ${EVENT_KIND_NAMES[event.kind]}：${event.description}`,
                isWide: true,
              },
            ]),
      ]}
    />
  );
}

/** What the applicant tells. */
export function FactsCard({ application }: CardProps): ReactElement {
  const { story, illness, selfPaidFen, aidElsewhere, relativesInUnion } = application.facts;
  return (
    <DescriptionCard
      title="困难情况"
      items={[
        { label: '情况说明', value: story, isWide: true },
        { label: '疾病', value: illness },
        { label: '自付医疗费用', value: selfPaidFen === null ? null : yuanText(selfPaidFen) },
        { label: '其他渠道的救助', value: aidElsewhere },
        { label: '在工会工作的亲属', value: relativesInUnion },
      ]}
    />
  );
}

function Amount({ of }: { readonly of: number | null }): ReactElement {
  if (of === null) return <>—</>;
  return (
    <>
      {yuanText(of)}
      <span className="money-capitals">{toCapitalYuan(fen(of))}</span>
    </>
  );
}

function Clock({ application }: CardProps): ReactElement {
  const { clock } = application;
  const text = clockText(clock);
  if (text === undefined) return <>现在不计时</>;
  return (
    <>{`从 ${clock.enteredOn} 起算，限 ${clock.limitDays ?? 0} 个工作日，已用 ${clock.usedDays} 个，${text}，最后一日 ${clock.dueOn ?? ''}。`}</>
  );
}

/** To the family's file, for those who may see it. */
function HouseholdLink({
  householdId,
  fileNumber,
}: Pick<ApplicationDetail, 'householdId' | 'fileNumber'>): ReactElement {
  const mayRead = useMay()('households.read' satisfies Permission);
  if (householdId === null || !mayRead) return <>{fileNumber ?? '—'}</>;
  return (
    <Link to="/households/$id" params={{ id: String(householdId) }}>
      {fileNumber ?? '查看档案'}
    </Link>
  );
}
