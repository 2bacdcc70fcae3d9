import type { Finding } from '../evaluation.ts';
import { DETECTORS } from './detectors.ts';
import { FINDING_THEMES, themeOfWords } from './finding-themes.ts';
import type { FindingTheme, ThemeTitles } from './finding-themes.ts';

export interface NumberedFinding {
  readonly finding: Finding;
  /** Place within its theme, from 1. */
  readonly position: number;
  readonly title: string;
}

export interface FindingGroup {
  readonly titles: ThemeTitles;
  /** Place of the theme among the themes that occur, from 1: the same in both chapters. */
  readonly position: number;
  readonly findings: readonly NumberedFinding[];
  /** Each suggestion once, with the positions of the problems it answers. */
  readonly suggestions: readonly { readonly text: string; readonly answers: readonly number[] }[];
}

export interface GroupedFindings {
  /** Problem chapters; every `error` and `warn` stands in exactly one. */
  readonly problems: readonly FindingGroup[];
  /** `info`: matters to keep in mind, listed apart because they are no fault of the fund. */
  readonly matters: readonly Finding[];
}

const SEVERITY_ORDER = { error: 0, warn: 1, info: 2 } as const;

/**
 * Puts findings into chapters so that none is lost (P2_NOT_LISTED): each problem has its suggestion,
 * each suggestion its problem, and the two chapters run in the same order.
 */
export function groupFindings(findings: readonly Finding[]): GroupedFindings {
  const problems = findings.filter(({ severity }) => severity !== 'info');
  const groups = FINDING_THEMES.flatMap((titles) => {
    const own = problems
      .filter((finding) => themeOf(finding) === titles.theme)
      .toSorted((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
    return own.length === 0 ? [] : [{ titles, own }];
  });
  return {
    problems: groups.map(({ titles, own }, index) => ({
      titles,
      position: index + 1,
      findings: own.map((finding, at) => ({
        finding,
        position: at + 1,
        title: titleOf(finding),
      })),
      suggestions: mergeSuggestions(own),
    })),
    matters: findings.filter(({ severity }) => severity === 'info'),
  };
}

function mergeSuggestions(findings: readonly Finding[]): FindingGroup['suggestions'] {
  const answers = new Map<string, number[]>();
  for (const [index, { suggestion }] of findings.entries()) {
    answers.set(suggestion, [...(answers.get(suggestion) ?? []), index + 1]);
  }
  return [...answers].map(([text, positions]) => ({ text, answers: positions }));
}

const BY_CODE = new Map(DETECTORS.map((detector) => [detector.code, detector]));

function themeOf(finding: Finding): FindingTheme {
  return BY_CODE.get(finding.code)?.theme ?? themeOfWords(finding.indicator ?? '');
}

/** Lead words of a finding; those without a special detector are named after their indicator. */
export function titleOf(finding: Finding): string {
  const detector = BY_CODE.get(finding.code);
  if (detector !== undefined) return detector.title;
  const indicator = finding.indicator ?? '指标';
  return finding.code === 'element_unmet'
    ? `“${indicator}”部分要素未达到`
    : `“${indicator}”未得满分`;
}
