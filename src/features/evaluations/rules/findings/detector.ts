import type { Finding } from '../evaluation.ts';
import type { FindingContext } from './finding-context.ts';
import type { FindingTheme } from './finding-themes.ts';

/** What a detector says about one thing it found; code, theme and severity come from the detector. */
export interface FindingDraft {
  readonly statement: string;
  readonly suggestion: string;
  readonly metric?: string;
  /** Level-3 name; when absent it is looked up by `metric`. */
  readonly indicator?: string | undefined;
  readonly records?: readonly string[];
  /** Where one code covers light and grave cases. */
  readonly severity?: Finding['severity'];
}

/**
 * Looks at one aspect of the year. `error` breaks a rule, `warn` is a weakness to mend,
 * `info` is a matter to keep in mind and no problem of the fund.
 */
export interface Detector {
  readonly code: string;
  readonly theme: FindingTheme;
  /** Lead words of the problem in a report. */
  readonly title: string;
  readonly severity: Finding['severity'];
  /** It touches an indicator without being the reason for its points. */
  readonly isContext?: true;
  readonly detect: (year: FindingContext) => readonly FindingDraft[];
}

/** A finding stands or not: the common case of a detector with at most one draft. */
export function when(condition: boolean, draft: () => FindingDraft): readonly FindingDraft[] {
  return condition ? [draft()] : [];
}
