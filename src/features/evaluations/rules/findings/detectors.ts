import { moneyDetectors } from './detect-money.ts';
import { publicityDetectors } from './detect-publicity.ts';
import type { Detector } from './detector.ts';

/** Every special detector; what they leave uncovered is explained by `detectUncovered`. */
export const DETECTORS: readonly Detector[] = [...moneyDetectors, ...publicityDetectors];
