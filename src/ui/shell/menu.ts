import type { ReactNode } from 'react';

export interface MenuEntry {
  readonly path: string;
  readonly label: string;
  /** Fits under an icon on a phone; the label when absent. */
  readonly shortLabel?: string;
  readonly icon: ReactNode;
  /** What waits there; nothing is shown for 0. */
  readonly badge?: number | undefined;
  /** Stands in the bar at the foot of a phone; at most four do. */
  readonly isOnPhoneBar?: boolean;
  /** Only this very address counts as being there, not what lies below it. */
  readonly isExact?: boolean;
}

export interface MenuGroup {
  /** None for the entries on top. */
  readonly title?: string;
  readonly items: readonly MenuEntry[];
}

const PHONE_BAR_ITEMS = 4;

/** The entries at the foot of a phone: those marked, or the first ones. */
export function phoneBarItems(groups: readonly MenuGroup[]): readonly MenuEntry[] {
  const items = groups.flatMap((group) => group.items);
  const marked = items.filter(({ isOnPhoneBar = false }) => isOnPhoneBar);
  return (marked.length === 0 ? items : marked).slice(0, PHONE_BAR_ITEMS);
}

/** Empty for nothing, `99+` when nobody counts any more. */
export function badgeText(count: number | undefined): string {
  if (count === undefined || count <= 0) return '';
  return count > 99 ? '99+' : String(count);
}
