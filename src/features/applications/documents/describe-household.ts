import { maskPersonalText } from '#core/mask-personal.ts';
import { fen, formatYuan } from '#core/money.ts';
import { describeForm } from '#features/households/rules/describe-form.ts';
import type {
  HouseholdDetail,
  HouseholdVersionDetail,
} from '#features/households/rules/household-views.ts';
import * as names from '#features/households/rules/word-names.ts';

import { ACTION_NAMES, CONSENT_NAMES, STATE_NAMES, remarkOf, roundText } from '../messages.ts';
import type { ApplicationDetail, StepView } from '../rules/application-views.ts';
import { detailLines } from '../rules/step-detail.ts';
import type { FileCase, FileVersion, Pair } from './household-file.ts';

const BLANK = '—';

export function coverOf(detail: HouseholdDetail): readonly Pair[] {
  const { netMonthlyFen } = detail.class;
  return [
    ['户主', detail.headName],
    ['档案编号', detail.fileNumber],
    ['所属工会', detail.unionName],
    ['档案状态', names.HOUSEHOLD_STATE_NAMES[detail.state]],
    ['建档日期', detail.openedOn],
    ['退出日期', detail.exitedOn ?? BLANK],
    ['困难类别', names.HARDSHIP_CLASS_NAMES[detail.class.hardshipClass]],
    ['月人均净收入', yuanText(netMonthlyFen)],
    ['主要致困原因', detail.mainCause === null ? BLANK : names.CAUSE_NAMES[detail.mainCause]],
    ['家庭人口', `${detail.memberCount}人`],
    ['最近复核', detail.checkedOn],
    ['登记表版数', `${detail.versions.length}版`],
  ];
}

/** What is blank and was not changed is left out. */
export function describeVersion({ version, form, changed }: HouseholdVersionDetail): FileVersion {
  const { parts, gone } = describeForm(form, changed);
  return {
    title: `第${version.number}版（${version.validOn}的情况）`,
    facts: [
      ['来源', names.FACT_SOURCE_NAMES[version.source]],
      ['困难类别', names.HARDSHIP_CLASS_NAMES[version.hardshipClass]],
      ['登记事由', version.reason],
      ['登记人', version.recordedByName ?? BLANK],
    ],
    gone,
    parts: parts.flatMap(({ title, entries }) => {
      const rows = entries
        .filter(({ text, isChanged }) => isChanged || text !== '未填写')
        .map(({ label, text, isChanged }) => [label, text, isChanged] as const);
      return rows.length === 0 ? [] : [{ title, rows }];
    }),
  };
}

export function describeEvents({ events }: HouseholdDetail): readonly (readonly string[])[] {
  return events
    .toReversed()
    .map(({ happenedOn, kind, reason, document, otherFileNumber, recordedByName }) => [
      happenedOn,
      names.EVENT_KIND_NAMES[kind],
      otherFileNumber === null ? reason : `${reason}（另一档案${otherFileNumber}）`,
      document ?? BLANK,
      recordedByName ?? BLANK,
    ]);
}

export function describeCase(application: ApplicationDetail): FileCase {
  const { number, applicantName, aidType, aidClass, round, state, facts } = application;
  return {
    title: `${number}　${aidType}`,
    facts: [
      ['申请人', applicantName],
      ['身份证号', application.identityNumber ?? BLANK],
      ['申请日期', application.appliedOn ?? BLANK],
      ['类别', [aidClass, round === null ? null : roundText(round)].filter(Boolean).join('　')],
      ['状态', STATE_NAMES[state]],
      ['决定日期', application.decidedOn ?? BLANK],
      ['申请金额', yuanText(application.requestedFen)],
      ['批准金额', yuanText(application.approvedFen)],
    ],
    lines: [
      ...(application.event === null
        ? []
        : [`事件：${application.event.happenedOn}，${application.event.description}`]),
      ...(facts.story === null ? [] : [`申请理由：${maskPersonalText(facts.story)}`]),
      ...(facts.aidElsewhere === null
        ? []
        : [`其他渠道已获救助：${maskPersonalText(facts.aidElsewhere)}`]),
      ...application.consents.map(
        ({ kind, textVersion, givenBy, givenAt }) =>
          `${CONSENT_NAMES[kind]}：${givenBy}于${givenAt.slice(0, 10)}签署（文本版本${textVersion}）`,
      ),
      ...(remarkOf(application) === null ? [] : [`备注：${remarkOf(application)}`]),
    ],
    steps: application.steps.map((step) => stepCells(step, application)),
  };
}

function stepCells(step: StepView, { papers }: ApplicationDetail): readonly string[] {
  const { action, actorName, actorUnion, happenedOn, amountFen, overrideReason } = step;
  const said = [
    step.opinion,
    overrideReason === null ? null : `特批理由：${overrideReason}`,
    ...detailLines(step.detail, papers),
    ...(step.judgement?.reasons ?? []).map(({ rule, detail }) => `规则：${rule}，${detail}`),
  ].filter((line) => line !== null);
  return [
    happenedOn,
    ACTION_NAMES[action],
    `${actorUnion} ${actorName}`.trim(),
    maskPersonalText(said.join('\n')),
    amountFen === null ? '' : formatYuan(fen(amountFen)),
  ];
}

function yuanText(amount: number | null): string {
  return amount === null ? BLANK : `${formatYuan(fen(amount))}元`;
}
