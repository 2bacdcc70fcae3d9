import { effectDetectors } from './detect-effects.ts';
import { elementDetectors } from './detect-elements.ts';
import { limitDetectors } from './detect-limits.ts';
import { moneyDetectors } from './detect-money.ts';
import { paymentDetectors } from './detect-payments.ts';
import { publicityDetectors } from './detect-publicity.ts';
import { reviewDetectors } from './detect-reviews.ts';
import { supervisionDetectors } from './detect-supervision.ts';
import { surveyDetectors } from './detect-surveys.ts';
import { targetingDetectors } from './detect-targeting.ts';
import type { Detector } from './detector.ts';

/** Every special detector; what they leave uncovered is explained by `detectUncovered`. */
export const DETECTORS: readonly Detector[] = [
  ...elementDetectors,
  ...targetingDetectors,
  ...publicityDetectors,
  ...surveyDetectors,
  ...effectDetectors,
  ...moneyDetectors,
  ...paymentDetectors,
  ...reviewDetectors,
  ...supervisionDetectors,
  ...limitDetectors,
];
