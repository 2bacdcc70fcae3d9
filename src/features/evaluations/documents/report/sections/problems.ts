import type { Finding } from '../../../rules/evaluation.ts';
import { titleOf } from '../../../rules/findings/group-findings.ts';
import type { FindingGroup } from '../../../rules/findings/group-findings.ts';
import { toChineseNumber } from '../assemble-report.ts';
import type { ReportContext } from '../report-context.ts';
import { paragraph, section } from '../section.ts';
import type { Section, SectionChild } from '../section.ts';

/** 存在的问题: every problem once, under its theme, with the number that suggestions answer to. */
export function problems(context: ReportContext): readonly SectionChild[] {
  const { problems: groups } = context.grouped;
  if (groups.length === 0) {
    return [paragraph('按本次评价所用的记录和标准，未发现需要整改的问题。')];
  }
  return groups.map((group) =>
    section(
      group.titles.problem,
      group.findings.map(({ finding, title }) =>
        paragraph(
          `${finding.statement}${touching(finding)}`,
          `问题${context.problemNumbers.get(finding) ?? ''}　${title}。`,
        ),
      ),
    ),
  );
}

/** Names the indicator unless the statement does so itself. */
function touching({ indicator, statement }: Finding): string {
  if (indicator === undefined || statement.includes(`“${indicator}”`)) return '';
  return `（涉及指标：${indicator}）`;
}

/** 建议: each tied to the problems it answers, in the same order as they stand. */
export function suggestionsBy(
  context: ReportContext,
  area: FindingGroup['titles']['area'] | 'all',
): readonly SectionChild[] {
  const groups = context.grouped.problems.filter(
    ({ titles }) => area === 'all' || titles.area === area,
  );
  return groups.map((group) => suggestionSection(context, group));
}

function suggestionSection(context: ReportContext, group: FindingGroup): Section {
  return section(
    group.titles.suggestion,
    group.suggestions.map(({ text, answers }, index) => {
      const numbers = answers.flatMap((position) => {
        const numbered = group.findings[position - 1];
        const number = numbered && context.problemNumbers.get(numbered.finding);
        return number === undefined ? [] : [`问题${number}`];
      });
      const lead = group.suggestions.length > 1 ? `${toChineseNumber(index + 1)}是` : '';
      return paragraph(`${lead}${text.replace(/。$/, '')}（对应${numbers.join('、')}）。`);
    }),
  );
}

export function suggestions(context: ReportContext): readonly SectionChild[] {
  const groups = suggestionsBy(context, 'all');
  return groups.length === 0 ? [noSuggestions()] : groups;
}

/** The six-chapter outline parts suggestions into policy and management. */
export function suggestionsInTwoParts(context: ReportContext): readonly SectionChild[] {
  const policy = suggestionsBy(context, 'policy');
  const management = suggestionsBy(context, 'management');
  if (policy.length + management.length === 0) return [noSuggestions()];
  return [
    section('政策方面的建议', policy.length > 0 ? policy : [noSuggestions()]),
    section('项目管理方面的建议', management.length > 0 ? management : [noSuggestions()]),
  ];
}

function noSuggestions(): SectionChild {
  return paragraph('本次评价未发现这方面的问题，保持现有做法并继续完整记录。');
}

/** 其他需要说明的事项: limits of the data and matters that are no fault of the fund. */
export function matters(context: ReportContext): readonly SectionChild[] {
  if (context.grouped.matters.length === 0) return [paragraph('没有其他需要说明的事项。')];
  return context.grouped.matters.map((finding, index) =>
    paragraph(
      `${finding.statement}建议${finding.suggestion}`,
      `${index + 1}.${titleOf(finding)}。`,
    ),
  );
}
