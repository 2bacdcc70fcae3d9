import { toChinaDay } from '#platform/china-day.ts';
import type { SessionRestriction } from '#platform/http/session.ts';

import { toPasswordSettings } from '../rules/account-settings.ts';
import type { AccountSettingValues } from '../rules/account-settings.ts';
import {
  listActiveAssignments,
  listPermissions,
  mustUseSecondFactor,
} from '../rules/assignments.ts';
import { isPasswordExpired } from '../rules/judge-password.ts';
import type { SessionView } from '../rules/session-view.ts';
import type { SessionRow } from './session-row.ts';

const MS_PER_DAY = 86_400_000;

/** What the person must do before anything else; the second factor first where there is one. */
export function findRestriction(
  row: SessionRow,
  settings: AccountSettingValues,
  now: Date,
): SessionRestriction | null {
  const standing = findSecondFactorState(row, settings, now);
  if (standing === 'asked') return 'second_factor';
  if (row.hasPassword && (row.mustChangePassword || isExpired(row, settings, now))) {
    return 'password_change';
  }
  return standing === 'to_be_set_up' ? 'second_factor' : null;
}

export function toSessionView(
  row: SessionRow,
  settings: AccountSettingValues,
  { now, unreadNotices }: { readonly now: Date; readonly unreadNotices: number },
): SessionView {
  const today = toChinaDay(now);
  const { accountId, username, displayName, unionId, unionName, isSample, csrfToken } = row;
  return {
    accountId,
    username,
    displayName,
    unionId,
    unionName,
    isSample,
    csrfToken,
    restriction: findRestriction(row, settings, now),
    secondFactor: findSecondFactorState(row, settings, now),
    roles: [...listActiveAssignments(row.assignments, today)],
    permissions: [...listPermissions(row.assignments, today)],
    unreadNotices,
    hasPassword: row.hasPassword,
    passwordDaysLeft: countDaysLeft(row, settings, now),
    signedInAt: row.createdAt.toISOString(),
  };
}

function findSecondFactorState(
  row: SessionRow,
  settings: AccountSettingValues,
  now: Date,
): SessionView['secondFactor'] {
  if (row.hasSecondFactor) return row.secondFactorAt === null ? 'asked' : 'given';
  const isAskedOfStaff = settings['sign_in.is_second_factor_for_staff'];
  return mustUseSecondFactor(row.assignments, toChinaDay(now), isAskedOfStaff)
    ? 'to_be_set_up'
    : 'none';
}

function isExpired(row: SessionRow, settings: AccountSettingValues, now: Date): boolean {
  const changedAtMs = row.passwordChangedAt?.getTime() ?? null;
  return isPasswordExpired(changedAtMs, toPasswordSettings(settings), now.getTime());
}

function countDaysLeft(row: SessionRow, settings: AccountSettingValues, now: Date): number | null {
  if (!row.hasPassword || row.passwordChangedAt === null) return null;
  const { maxAgeDays } = toPasswordSettings(settings);
  const ageDays = (now.getTime() - row.passwordChangedAt.getTime()) / MS_PER_DAY;
  return Math.max(0, Math.ceil(maxAgeDays - ageDays));
}
