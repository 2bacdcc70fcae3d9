import type { PolicyBody } from './policy-body.ts';
import type { PolicyFault } from './policy-fault.ts';
import type { PolicyFaultReason } from './policy-reasons.ts';
import { AID_CLASSES } from './policy-version.ts';

const QUARTERS = 4;

/** How often, how far apart, and the steps of the suggestion. */
export function checkQuarterly(body: PolicyBody): PolicyFault[] {
  return [...checkFrequency(body), ...checkSteps(body)];
}

function checkFrequency({ quarterly }: PolicyBody): PolicyFault[] {
  const { maxPerPersonYear: count, minQuarterDistance: distance } = quarterly;
  const faults: PolicyFault[] = [];
  for (const [field, value] of Object.entries({
    maxPerPersonYear: count,
    minQuarterDistance: distance,
  })) {
    if (value >= 1 && value <= QUARTERS) continue;
    const place = `quarterly.${field}`;
    const params = { place, min: 1, max: QUARTERS };
    faults.push(at(place, { code: 'policy.out_of_bounds', params }));
  }
  if (faults.length > 0) return faults;
  const possible = Math.ceil(QUARTERS / distance);
  if (count <= possible) return [];
  const params = { count, distance, possible };
  return [at('quarterly.maxPerPersonYear', { code: 'policy.frequency_impossible', params })];
}

function checkSteps({ quarterly, classes }: PolicyBody): PolicyFault[] {
  const ranges = AID_CLASSES.map((code) => classes[code]).filter(
    ({ aidType }) => aidType === '季度救助',
  );
  const minFen = Math.min(...ranges.map((rule) => rule.minFen));
  const maxFen = Math.max(...ranges.map((rule) => rule.maxFen));
  return quarterly.steps.flatMap(({ belowPercent: percent, amountFen }, index) => {
    const place = `quarterly.steps.${index}`;
    const previous = quarterly.steps[index - 1]?.belowPercent ?? 0;
    const faults: PolicyFault[] = [];
    if (percent <= previous) {
      const reason = { code: 'policy.steps_not_rising', params: { percent } } as const;
      faults.push(at(`${place}.belowPercent`, reason));
    }
    if (amountFen < minFen || amountFen > maxFen) {
      const params = { percent, amountFen, minFen, maxFen };
      faults.push(at(`${place}.amountFen`, { code: 'policy.step_outside_ranges', params }));
    }
    return faults;
  });
}

function at(place: string, reason: PolicyFaultReason): PolicyFault {
  return { path: `body.${place}`, reason };
}
