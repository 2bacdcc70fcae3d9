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
import { matters, problems, suggestions } from './sections/problems.ts';
import { timelinessChart } from './sections/timeliness.ts';
import { townTable } from './sections/towns.ts';

/** Seven chapters, after the reference outline of 财预〔2020〕10号. */
export function outline2020(context: ReportContext): readonly Section[] {
  return [
    section('基本情况', [
      section('项目概况', [
        section('项目背景', background(context)),
        section('立项依据', foundation(context)),
        section('资金投入和使用情况', moneyBySource(context)),
        section('项目实施情况', delivery(context)),
      ]),
      section('项目绩效目标', goals(context)),
    ]),
    section('绩效评价工作开展情况', [
      section('绩效评价目的、对象和范围', purpose(context)),
      section('绩效评价原则、评价指标体系、评价方法、评价标准', [
        section('评价原则', principles()),
        section('评价指标体系', indicatorSystem(context)),
        section('评价方法', methods(context)),
        section('评价标准', scoringRules(context)),
        section('评价依据', legalBasis(context)),
      ]),
      section('绩效评价工作过程', process(context)),
    ]),
    section('综合评价情况及评价结论', [...conclusion(context), ...lossTable(context)]),
    section('绩效评价指标分析', [
      ...analysis(context, '情况'),
      section('时效和分镇街（系统）比较', [...timelinessChart(context), ...townTable(context)]),
    ]),
    section('主要经验及做法、存在的问题及原因分析', [
      section('主要经验及做法', experience(context)),
      section('存在的问题及原因分析', problems(context)),
    ]),
    section('有关建议', suggestions(context)),
    section('其他需要说明的问题', matters(context)),
  ];
}
