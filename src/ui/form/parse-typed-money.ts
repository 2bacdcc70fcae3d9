import { parseYuan } from '#core/money.ts';
import type { ParsedYuan } from '#core/money.ts';

/** Reads yuan as people type them: full-width digits, thousands separators, a sign, a unit behind. */
export function parseTypedMoney(text: string): ParsedYuan {
  const plain = text.normalize('NFKC').replaceAll(/[\s,，]/g, '');
  return parseYuan(plain.replace(/^[¥￥]/, '').replace(/元$/, ''));
}
