import { compare, decimal } from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

export type Grade = '优' | '良' | '中' | '差';

/** Grade bands as dated data; lower bounds are inclusive, so a printed 90.00 is 优. */
interface GradeBands {
  readonly validFrom: PlainDate;
  readonly citation: string;
  readonly bands: readonly { readonly from: Fraction; readonly grade: Grade }[];
}

const GRADE_BANDS: readonly GradeBands[] = [
  {
    validFrom: day('2000-01-01'),
    citation: '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
    bands: [
      { from: decimal('90'), grade: '优' },
      { from: decimal('80'), grade: '良' },
      { from: decimal('60'), grade: '中' },
      { from: decimal('0'), grade: '差' },
    ],
  },
];

/** The grade follows the printed (rounded) total, so report and grade always agree. */
export function gradeOf(printedTotal: Fraction, on: PlainDate): Grade {
  const inForce = GRADE_BANDS.findLast((bands) => bands.validFrom <= on) ?? GRADE_BANDS[0];
  const band = inForce?.bands.find(({ from }) => compare(printedTotal, from) >= 0);
  return band?.grade ?? '差';
}
