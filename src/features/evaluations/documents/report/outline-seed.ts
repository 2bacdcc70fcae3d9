import type { ReportContext } from './report-context.ts';
import { section } from './section.ts';
import type { Section } from './section.ts';
import { analysis } from './sections/analysis.ts';
import { background, foundation, goals } from './sections/background.ts';
import { conclusion, lossTable } from './sections/conclusion.ts';
import { delivery } from './sections/delivery.ts';
import { legalBasis, methods, principles, process, purpose } from './sections/design.ts';
import { experience } from './sections/experience.ts';
import { indicatorSystem, scoringRules } from './sections/indicator-system.ts';
import { moneyBySource } from './sections/money.ts';
import { matters, problems, suggestionsInTwoParts } from './sections/problems.ts';
import { timelinessChart } from './sections/timeliness.ts';
import { townTable } from './sections/towns.ts';

/** Six chapters, as the district's evaluations are laid out. */
export function seedOutline(context: ReportContext): readonly Section[] {
  return [
    section('评价项目概述', [
      section('项目背景', background(context)),
      section('项目立项依据', foundation(context)),
      section('项目绩效目标', goals(context)),
      section('项目资金来源及使用情况', moneyBySource(context)),
      section('项目实施情况', delivery(context)),
    ]),
    section('绩效评价概述', [
      section('评价目的、对象和范围', purpose(context)),
      section('评价设计与实施', [
        section('评价原则', principles()),
        section('绩效评价指标体系', indicatorSystem(context)),
        section('评价过程', process(context)),
        section('评价依据', legalBasis(context)),
        section('评价方法', methods(context)),
      ]),
      section('评分标准和等级', scoringRules(context)),
    ]),
    section('评价结论与绩效分析', [
      section('总体结论', [...conclusion(context), ...lossTable(context)]),
      section('项目绩效分析', analysis(context, '分析')),
      section('时效和分镇街（系统）比较', [...timelinessChart(context), ...townTable(context)]),
    ]),
    section('主要绩效或成功经验', experience(context)),
    section('存在问题或不足', [
      ...problems(context),
      section('需要说明的其他事项', matters(context)),
    ]),
    section('相关建议', suggestionsInTwoParts(context)),
  ];
}
