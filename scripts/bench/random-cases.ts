import { fen } from '#core/money.ts';
import { pick, seededDraw } from '#features/fund-years/rules/sample-random.ts';
import type { Draw } from '#features/fund-years/rules/sample-random.ts';
import type { AidFacts } from '#features/policies/rules/aid-decision.ts';
import { AID_CLASSES, SPECIAL_REASONS } from '#features/policies/rules/policy-version.ts';
import type { QuarterOfYear } from '#features/policies/rules/rule-breach.ts';

/** Seeded, so that every run measures the same cases. */
export function randomCases(count: number, seed: number): AidFacts[] {
  const draw = seededDraw(seed);
  return Array.from({ length: count }, () => randomCase(draw));
}

/** All facts known, most of them in order, amounts around the limits: as a district's intake is. */
function randomCase(draw: Draw): AidFacts {
  const isPercent = (share: number): boolean => draw(100) < share;
  const isGoods = isPercent(10);
  const aidClass = pick(draw, AID_CLASSES);
  const isQuarterly = aidClass.startsWith('Q') !== isPercent(2);
  const event = isQuarterly || isGoods ? null : `SJ-${draw(1000)}`;
  return {
    aidType: isGoods ? '实物慰问' : isQuarterly ? '季度救助' : '紧急救助',
    aidClass,
    amountFen: fen(isGoods ? draw(60_000) : 35_000 + draw(isQuarterly ? 30_000 : 480_000)),
    isMember: isPercent(97),
    meetsConditions: isPercent(95),
    hasEvidence: isPercent(95),
    round: { year: 2023, quarter: 1 + draw(4) },
    earlierRounds: Array.from({ length: draw(4) }, () => randomRound(draw)),
    event,
    paidForEvent: event !== null && isPercent(5) ? ['A-1'] : [],
    householdYearPaidFen: fen(draw(isPercent(20) ? 1_400_000 : 200_000)),
    otherGoodsFen: fen(isPercent(80) ? 0 : 20_000),
    specialReason: isPercent(20) ? pick(draw, SPECIAL_REASONS) : null,
    source: '工会经费',
    sourceAvailableFen: fen(draw(10_000_000)),
  };
}

function randomRound(draw: Draw): QuarterOfYear {
  return { year: pick(draw, [2022, 2023]), quarter: 1 + draw(4) };
}
