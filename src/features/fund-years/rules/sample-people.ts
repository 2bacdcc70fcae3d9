import { toPersonKey } from '#core/identity-number.ts';
import { addDays, day } from '#core/plain-date.ts';

export interface SamplePerson {
  readonly name: string;
  readonly identityNumber: string;
}

const REGION = '440118';
const FIRST_BIRTH = day('1963-01-01');
/** Births up to 1999; the stride shares no factor with the span, so no two coincide. */
const BIRTH_SPAN_DAYS = 13_500;
const BIRTH_STRIDE = 6151;
/** Registries hand order codes out from below; the top ten are kept for invented people. */
const FIRST_RESERVED_ORDER = 990;
const SURNAMES = '陈李黄张梁林刘何罗谢钟郭赖曾朱邓叶徐温汤吴郑萧石';

/**
 * The invented person number `index` (from 0). The name carries the mark of sample data; the identity
 * number is well formed and lies in a range of order codes that collides with nobody.
 */
export function samplePerson(index: number): SamplePerson {
  const birth = addDays(FIRST_BIRTH, (index * BIRTH_STRIDE) % BIRTH_SPAN_DAYS);
  const order = FIRST_RESERVED_ORDER + ((index + Math.floor(index / BIRTH_SPAN_DAYS)) % 10);
  const surname = SURNAMES[(index * 7) % SURNAMES.length] ?? '';
  return {
    name: `样例${surname}某${String(index + 1).padStart(3, '0')}`,
    // Completing the fifteen-place form adds the century and the right check character.
    identityNumber: toPersonKey(`${REGION}${birth.slice(2).replaceAll('-', '')}${order}`),
  };
}
