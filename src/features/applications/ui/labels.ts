import { fen, formatYuan } from '#core/money.ts';

import { ACTION_NAMES, roundText } from '../messages.ts';
import type { ApplicationRow, ClockView } from '../rules/application-views.ts';
import type { Action } from '../rules/transitions.ts';

/** `季度救助 Q2 2026年第1季度` */
export function aidText(
  application: Pick<ApplicationRow, 'aidType' | 'aidClass' | 'round'>,
): string {
  const { aidType, aidClass, round } = application;
  return [aidType, aidClass, round === null ? null : roundText(round)]
    .filter((part) => part !== null)
    .join(' ');
}

/** The amount that counts by now, and what it is. */
export function currentAmount(
  application: Pick<ApplicationRow, 'requestedFen' | 'proposedFen' | 'approvedFen'>,
): { readonly fen: number; readonly kind: string } | undefined {
  const { requestedFen, proposedFen, approvedFen } = application;
  if (approvedFen !== null) return { fen: approvedFen, kind: '批准' };
  if (proposedFen !== null) return { fen: proposedFen, kind: '拟定' };
  return requestedFen === null ? undefined : { fen: requestedFen, kind: '申请' };
}

export function yuanText(amount: number): string {
  return `${formatYuan(fen(amount))} 元`;
}

/** How a running clock stands, in words; undefined while it rests. */
export function clockText(clock: ClockView): string | undefined {
  const { dueOn, usedDays, limitDays, light } = clock;
  if (dueOn === null || limitDays === null || light === null) return undefined;
  if (light === 'red') {
    const over = usedDays - limitDays;
    return over > 0 ? `已超期 ${over} 个工作日` : '已超期';
  }
  const left = limitDays - usedDays;
  return left <= 0 ? '今天到期' : `还有 ${left} 个工作日`;
}

/** Button words: the act where it is short, as people at a desk say it. */
const SHORT_NAMES: Readonly<Partial<Record<Action, string>>> = {
  pass_grassroots: '通过',
  pass_town: '通过',
  pass_district: '初审通过',
  start_check: '发起核对',
  record_check: '登记核对结果',
  overturn: '撤销原决定',
};

export function actionText(action: Action): string {
  return SHORT_NAMES[action] ?? ACTION_NAMES[action];
}
