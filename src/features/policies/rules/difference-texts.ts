import { fen, formatYuanShort } from '#core/money.ts';

import type { PlacedValue } from './compare-versions.ts';

/** A value of a version as people read it; a dash where there is none. */
export function valueText(value: PlacedValue | null): string {
  if (value === null) return '—';
  switch (value.kind) {
    case 'amount':
      return `${formatYuanShort(fen(value.fen))}元`;
    case 'number':
      return String(value.value);
    case 'text':
      return value.text;
    case 'flag':
      return value.isOn ? '是' : '否';
    case 'list':
      return value.items.length === 0 ? '全部' : value.items.join('、');
  }
}
