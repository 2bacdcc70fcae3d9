import { toDecision } from '#core/decision.ts';
import type { Decision, ReasonOf } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { SettingValues, followsNotice, getValueRange, isSettingKey } from './settings.ts';
import type { SettingKey } from './settings.ts';

export const MIN_REASON_LENGTH = 4;
export const MAX_REASON_LENGTH = 200;
export const MAX_DOCUMENT_LENGTH = 100;

export interface SettingReasonParams {
  readonly 'settings.unknown_key': { readonly key: string };
  readonly 'settings.not_a_switch': { readonly key: SettingKey };
  readonly 'settings.out_of_range': {
    readonly key: SettingKey;
    readonly min: number;
    readonly max: number;
  };
  readonly 'settings.starts_in_past': {
    readonly validFrom: PlainDate;
    readonly today: PlainDate;
  };
  readonly 'settings.document_missing': { readonly validFrom: PlainDate };
  readonly 'settings.reason_length': { readonly min: number; readonly max: number };
  readonly 'settings.document_length': { readonly max: number };
}
export type SettingReason = ReasonOf<SettingReasonParams>;

export interface SettingChange {
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: PlainDate;
  readonly reason: string;
  /** Number of the document that orders it; null when none does. */
  readonly document: string | null;
}

/** Whether a new entry may be added; from a day gone by only what a named document ordered then. */
export function decideSettingChange(
  { key, value, validFrom, reason, document }: SettingChange,
  today: PlainDate,
): Decision<SettingReason> {
  const reasons = checkValue(key, value);
  if (validFrom < today) {
    if (!isSettingKey(key) || !followsNotice(key)) {
      reasons.push({ code: 'settings.starts_in_past', params: { validFrom, today } });
    } else if (document === null || document.trim() === '') {
      reasons.push({ code: 'settings.document_missing', params: { validFrom } });
    }
  }
  const length = reason.trim().length;
  if (length < MIN_REASON_LENGTH || length > MAX_REASON_LENGTH) {
    const params = { min: MIN_REASON_LENGTH, max: MAX_REASON_LENGTH };
    reasons.push({ code: 'settings.reason_length', params });
  }
  if (document !== null && document.length > MAX_DOCUMENT_LENGTH) {
    reasons.push({ code: 'settings.document_length', params: { max: MAX_DOCUMENT_LENGTH } });
  }
  return toDecision(reasons);
}

function checkValue(key: string, value: unknown): SettingReason[] {
  if (!isSettingKey(key)) return [{ code: 'settings.unknown_key', params: { key } }];
  if (SettingValues.shape[key].safeParse(value).success) return [];
  const range = getValueRange(key);
  if (range.kind === 'switch') return [{ code: 'settings.not_a_switch', params: { key } }];
  const { min, max } = range;
  return [{ code: 'settings.out_of_range', params: { key, min, max } }];
}
