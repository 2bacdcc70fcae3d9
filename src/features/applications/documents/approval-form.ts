import { maskName } from '#core/mask-personal.ts';
import { fen, formatYuan, toCapitalYuan } from '#core/money.ts';
import { day, toChineseDate } from '#core/plain-date.ts';
import type { HouseholdClass } from '#features/households/rules/classify-household.ts';
import type { HouseholdForm, PersonForm } from '#features/households/rules/household-form.ts';
import * as names from '#features/households/rules/word-names.ts';
import { typesetPdf } from '#platform/typeset-pdf.ts';

import { STATE_NAMES, remarkOf, roundText } from '../messages.ts';
import type { ApplicationFacts } from '../rules/application-inputs.ts';
import type { ApplicationRow, EventView, Judgement, StepView } from '../rules/application-views.ts';
import { findLastJudgement, findOpinions } from '../rules/opinion-boxes.ts';
import { APPROVAL_FORM_TYP } from './approval-form.typ.ts';
import { PAPER_PAGE_SOURCE, toPageFacts } from './paper-page.ts';
import type { PrintMark } from './paper-page.ts';

/** What a reader who may see families is shown besides the case itself. */
export interface FormFamily {
  readonly facts: ApplicationFacts;
  readonly event: EventView | null;
  /** Masked, as it stood when the case was decided; null where the file has moved out of sight. */
  readonly file: {
    readonly form: HouseholdForm;
    readonly class: HouseholdClass;
    readonly person: PersonForm | undefined;
  } | null;
}

/** One approval form (审批表): everything on it comes from the application and its steps. */
export interface ApprovalForm {
  readonly application: ApplicationRow;
  /** Of the class, in the words of the rule it was judged by. */
  readonly className: string | null;
  readonly steps: readonly StepView[];
  /** Null for who handles no families: finance. */
  readonly family: FormFamily | null;
  readonly qrSvg: string;
}

/** A4, a page each. */
export function renderApprovalForms(forms: readonly ApprovalForm[], mark: PrintMark): Uint8Array {
  const data = { page: toPageFacts(mark), forms: forms.map(toForm) };
  return typesetPdf({
    sources: { ...PAPER_PAGE_SOURCE, '/approval-form.typ': APPROVAL_FORM_TYP },
    main: '/approval-form.typ',
    inputs: { forms: JSON.stringify(data) },
    answerLabel: '<none>',
  }).pdf;
}

const BLANK = '';
type Row = readonly [string, string, string, string];

function toForm({ application, className, steps, family, qrSvg }: ApprovalForm) {
  const { number, state, appliedOn, approvedFen } = application;
  const { grassroots, town, district, approval } = findOpinions(steps);
  return {
    qr: qrSvg,
    number,
    appliedOn: dateText(appliedOn),
    state: STATE_NAMES[state],
    person: personRows(application, family),
    family: familyRows(application, family),
    wish: wishRows(application, family, className),
    story: storyText(family),
    judgement: judgementText(findLastJudgement(steps), steps),
    grassroots: said(grassroots),
    town: said(town),
    district: said(district),
    approval: said(approval),
    amount: approvedFen === null ? BLANK : `￥${formatYuan(fen(approvedFen))}`,
    capital: approvedFen === null ? BLANK : `人民币${toCapitalYuan(fen(approvedFen))}`,
    remark: family === null ? '按打印人的权限，个人和家庭情况未打印。' : remarkText(application),
  };
}

function personRows(application: ApplicationRow, family: FormFamily | null): Row[] {
  const { applicantName, unionName } = application;
  const form = family?.file?.form;
  const person = family?.file?.person;
  const headCount = form === undefined ? BLANK : `${form.people.length}人`;
  const isMember = person === undefined ? BLANK : person.isUnionMember ? '是' : '否';
  return [
    [
      '姓名',
      family === null ? maskName(applicantName) : applicantName,
      '性别',
      nameOf(names.SEX_NAMES, person?.sex),
    ],
    ['身份证号', person?.identityNumber ?? BLANK, '出生日期', dateText(person?.bornOn ?? null)],
    ['手机', person?.phone ?? BLANK, '工会会员', isMember],
    ['工作单位', person?.employer ?? BLANK, '所属工会', unionName],
    ['现住址', form?.head.address ?? BLANK, '家庭人口', headCount],
  ];
}

function familyRows({ fileNumber }: ApplicationRow, family: FormFamily | null): Row[] {
  const file = family?.file;
  const form = file?.form;
  const net = file?.class.netMonthlyFen ?? null;
  return [
    [
      '困难类别',
      nameOf(names.HARDSHIP_CLASS_NAMES, file?.class.hardshipClass),
      '人均月净收入',
      net === null ? BLANK : `${formatYuan(net)}元`,
    ],
    [
      '致困原因',
      nameOf(names.CAUSE_NAMES, form?.mainCause),
      '档案编号',
      family === null ? BLANK : (fileNumber ?? BLANK),
    ],
    ['开户银行', form?.bankName ?? BLANK, '银行卡号', form?.cardNumber ?? BLANK],
  ];
}

function wishRows(
  { aidType, aidClass, round, requestedFen }: ApplicationRow,
  family: FormFamily | null,
  className: string | null,
): Row[] {
  const selfPaid = family?.facts.selfPaidFen ?? null;
  return [
    [
      '救助类型',
      [aidType, round === null ? BLANK : roundText(round)].join(' ').trim(),
      '救助类别',
      // The class may name an illness.
      [aidClass ?? BLANK, family === null ? BLANK : (className ?? BLANK)].join(' ').trim(),
    ],
    ['申请金额', yuanText(requestedFen), '自付医疗费', yuanText(selfPaid)],
  ];
}

function storyText(family: FormFamily | null): string {
  if (family === null) return BLANK;
  const { facts, event } = family;
  return [
    event === null
      ? null
      : `${dateText(event.happenedOn)}，${event.description}（${event.number}）`,
    facts.story,
    facts.aidElsewhere === null ? null : `其他渠道已获救助：${facts.aidElsewhere}`,
  ]
    .filter((part) => part !== null)
    .join('\n');
}

/** What the rules said last, and what was let pass in spite of it. */
function judgementText(judgement: Judgement | null, steps: readonly StepView[]): string {
  const override = steps.findLast(({ overrideReason }) => overrideReason !== null);
  return [
    ...judgementLines(judgement),
    ...(override === undefined ? [] : [`特批理由：${override.overrideReason ?? BLANK}`]),
  ].join('\n');
}

function judgementLines(judgement: Judgement | null): readonly string[] {
  if (judgement === null) return [];
  if (judgement.reasons.length === 0) return ['经核对，符合救助制度的规定。'];
  return judgement.reasons.map(
    ({ rule, detail, citation }) => `${rule}：${detail}。依据：${citation}。`,
  );
}

interface Said {
  readonly opinion: string;
  readonly amount: string;
  readonly name: string;
  readonly date: string;
}

const UNSAID: Said = { opinion: BLANK, amount: BLANK, name: '　　　　', date: '　　年　月　日' };

function said(step: StepView | null): Said {
  if (step === null) return UNSAID;
  const { action, opinion, amountFen, actorName, happenedOn } = step;
  const isRefusal = action === 'refuse' || action === 'uphold';
  return {
    opinion: `${isRefusal ? '不予救助。' : BLANK}${opinion ?? BLANK}`,
    amount: isRefusal ? BLANK : yuanText(amountFen),
    name: actorName,
    date: dateText(happenedOn),
  };
}

function remarkText(application: ApplicationRow): string {
  const remark = remarkOf(application);
  return remark === null ? BLANK : `备注：${remark}。`;
}

function yuanText(amount: number | null): string {
  return amount === null ? BLANK : `${formatYuan(fen(amount))}元`;
}

function dateText(text: string | null): string {
  return text === null ? BLANK : toChineseDate(day(text));
}

function nameOf<Word extends string>(
  known: Readonly<Record<Word, string>>,
  word: Word | null | undefined,
): string {
  return word === null || word === undefined ? BLANK : known[word];
}
