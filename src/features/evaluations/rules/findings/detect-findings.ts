import type { Finding } from '../evaluation.ts';
import { detectUncovered } from './detect-uncovered.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { DETECTORS } from './detectors.ts';
import { findIndicatorOf, toFindingContext } from './finding-context.ts';
import type { FindingContext } from './finding-context.ts';
import type { FindingInput } from './finding-input.ts';

/**
 * Everything worth saying about the year, in the order of the detectors. Each indicator below its
 * weight and each unmet element is touched by at least one finding that is no mere `info`.
 */
export function detectFindings(input: FindingInput): Finding[] {
  const year = toFindingContext(input);
  const found = DETECTORS.flatMap((detector) =>
    detector.detect(year).map((draft) => toFinding(year, detector, draft)),
  );
  return [...found, ...detectUncovered(year, found)];
}

function toFinding(year: FindingContext, detector: Detector, draft: FindingDraft): Finding {
  const indicator =
    draft.indicator ??
    (draft.metric === undefined ? undefined : findIndicatorOf(year, draft.metric));
  return {
    code: detector.code,
    severity: draft.severity ?? detector.severity,
    statement: draft.statement,
    suggestion: draft.suggestion,
    ...(draft.metric === undefined ? {} : { metric: draft.metric }),
    ...(indicator === undefined ? {} : { indicator }),
    ...(draft.records === undefined ? {} : { records: [...draft.records] }),
  };
}
