import type { ReactElement } from 'react';

import { StatusBadge } from '#ui/status-badge.tsx';

import { findDuplicateText, speaksAgainst } from '../../rules/duplicate-texts.ts';
import type { DuplicateRow } from '../../rules/duplicate-views.ts';

export function KindBadge({ kind }: Pick<DuplicateRow, 'kind'>): ReactElement {
  return kind === 'exact' ? (
    <StatusBadge tone="bad">相同</StatusBadge>
  ) : (
    <StatusBadge tone="warn">相似</StatusBadge>
  );
}

export function VerdictBadge({ verdict }: Pick<DuplicateRow, 'verdict'>): ReactElement {
  if (verdict === null) return <StatusBadge tone="warn">待认定</StatusBadge>;
  return verdict === 'same' ? (
    <StatusBadge tone="info">同一人</StatusBadge>
  ) : (
    <StatusBadge tone="plain">不同人</StatusBadge>
  );
}

/** All reasons for one person, in one line. */
export function reasonsFor({ reasons }: Pick<DuplicateRow, 'reasons'>): string {
  return reasons
    .filter((reason) => !speaksAgainst(reason))
    .flatMap((reason) => findDuplicateText(reason) ?? [])
    .join('；');
}
