import { AppError } from '#core/app-error.ts';
import { fraction, toFixed } from '#core/fraction.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideSilence } from '../rules/decide-silence.ts';
import type { FairnessQuery } from '../rules/fairness-inputs.ts';
import {
  countDays,
  findPeriod,
  findQuietQuarters,
  listPeriods,
} from '../rules/fairness-periods.ts';
import type { QuietQuarters, Span } from '../rules/fairness-periods.ts';
import type { FairnessOverview, UnionRate } from '../rules/fairness-views.ts';
import { judgeRate, ratePerThousand } from '../rules/judge-rate.ts';
import type { RateCount } from '../rules/judge-rate.ts';
import { countApplications } from './count-applications.ts';
import type { ApplicationSums } from './count-applications.ts';
import { findFrame, wasThere } from './find-frame.ts';
import type { ComparedUnion } from './find-frame.ts';

/** @throws AppError `invalid` `fairness.period_ahead`. */
export function getPeriod({ now }: Pick<Context, 'now'>, code: string): Span {
  const period = findPeriod(code, toChinaDay(now));
  if (period === undefined) throw new AppError('invalid', 'fairness.period_ahead');
  return period;
}

/** Unions beside their district. @throws AppError `fairness.union_unknown`, `fairness.period_ahead`. */
export async function compareUnions(
  context: Context,
  query: FairnessQuery,
): Promise<FairnessOverview> {
  const today = toChinaDay(context.now);
  const period = getPeriod(context, query.period);
  const quiet = findQuietQuarters(today);
  const { below, rows, district } = await findFrame(context, query.below);
  const unions = rows.filter((union) => wasThere(union, period) || wasThere(union, quiet));
  const sums = await countApplications(context, [district.id, ...unions.map(({ id }) => id)], {
    period,
    quiet,
  });
  const whole = sums.get(district.id) ?? { ...NOTHING, unionId: district.id };
  const rate = ratePerThousand(toCount(whole), countDays(period));
  return {
    period: { code: query.period, ...period },
    periods: listPeriods(today),
    quarters: [...quiet.quarters],
    quietFrom: quiet.from,
    quietTo: quiet.to,
    below:
      below === null ? null : { unionId: below.id, name: below.name, parentId: below.parentId },
    district: {
      level: district.level,
      applicationCount: whole.applicationCount,
      memberCount: whole.memberCount,
      rate: rate === null ? null : toFixed(rate, 2),
    },
    rows: unions.map((union) =>
      toRow(union, sums.get(union.id) ?? { ...NOTHING, unionId: union.id }, {
        whole,
        period,
        quiet,
      }),
    ),
  };
}

const NOTHING: Omit<ApplicationSums, 'unionId'> = {
  applicationCount: 0,
  comparedCount: 0,
  memberCount: 0,
  memberDays: 0,
  quietCount: 0,
  firstOn: null,
  lastOn: null,
};

interface Ground {
  readonly whole: ApplicationSums;
  readonly period: Span;
  readonly quiet: QuietQuarters;
}

function toRow(
  union: ComparedUnion,
  sums: ApplicationSums,
  { whole, period, quiet }: Ground,
): UnionRate {
  const { applicationCount, comparedCount, memberCount, memberDays, quietCount, lastOn } = sums;
  const { id, name, level, foundedOn, closedOn, hasUnionsBelow } = union;
  const days = countDays(period);
  const { verdict, expected, limits } = judgeRate(toCount(sums), toCount(whole));
  const rate = ratePerThousand(toCount(sums), days);
  return {
    unionId: id,
    name,
    level,
    foundedOn,
    closedOn,
    hasUnionsBelow,
    applicationCount,
    comparedCount,
    memberCount,
    averageMembers: memberDays === 0 ? null : toFixed(fraction(memberDays, days), 1),
    rate: rate === null ? null : toFixed(rate, 2),
    verdict,
    expected: expected === null ? null : toFixed(expected, 1),
    limits,
    silence: decideSilence({ foundedOn, closedOn, quietCount }, quiet, whole.firstOn),
    lastAppliedOn: lastOn,
  };
}

function toCount({ comparedCount, memberDays }: ApplicationSums): RateCount {
  return { applications: comparedCount, memberDays };
}
