import { fen, formatYuanShort } from '#core/money.ts';
import { toChineseDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { typesetPdf } from '#platform/typeset-pdf.ts';

import { roundText } from '../messages.ts';
import type { ApplicationRow, Judgement, StepView } from '../rules/application-views.ts';
import { PAPER_PAGE_SOURCE, toPageFacts } from './paper-page.ts';
import type { PrintMark } from './paper-page.ts';
import { REFUSAL_LETTER_TYP } from './refusal-letter.typ.ts';

/** What a refused applicant is told: why, by which clauses, and what may be done about it. */
export interface RefusalLetter {
  readonly application: ApplicationRow;
  readonly applicantName: string;
  readonly appliedOn: PlainDate;
  readonly refusal: Pick<StepView, 'opinion' | 'actorUnion'>;
  readonly refusedOn: PlainDate;
  /** What the rules said against it on that day. */
  readonly reasons: Judgement['reasons'];
  readonly policyTitle: string;
  /** Of the class applied for. */
  readonly citation: string | null;
  /** Null once the refusal was looked at again and upheld: there is no second time. */
  readonly reexamination: {
    readonly until: PlainDate;
    readonly requestDays: number;
    readonly answerDays: number;
  } | null;
}

/** 不予救助告知书, with a slip on which its receipt is signed. */
export function renderRefusalLetter(letter: RefusalLetter, mark: PrintMark): Uint8Array {
  const { application, applicantName, refusal, refusedOn } = letter;
  const data = {
    page: toPageFacts(mark),
    number: application.number,
    name: applicantName,
    opening: openingText(letter),
    reasons: [
      ...(refusal.opinion === null ? [] : [`审核意见：${withStop(refusal.opinion)}`]),
      ...letter.reasons.map(
        ({ rule, detail, citation }) => `${rule}：${detail}。依据：${citation}。`,
      ),
    ],
    basis: basisText(letter),
    right: rightText(letter),
    unionName: refusal.actorUnion,
    decidedOn: toChineseDate(refusedOn),
  };
  return typesetPdf({
    sources: { ...PAPER_PAGE_SOURCE, '/refusal-letter.typ': REFUSAL_LETTER_TYP },
    main: '/refusal-letter.typ',
    inputs: { letter: JSON.stringify(data) },
    answerLabel: '<none>',
  }).pdf;
}

function openingText({ application, appliedOn, refusal, refusedOn }: RefusalLetter): string {
  const { aidType, round, requestedFen } = application;
  const of = round === null ? '' : roundText(round);
  const amount = requestedFen === null ? '' : `，申请金额${formatYuanShort(fen(requestedFen))}元`;
  return (
    `您于${toChineseDate(appliedOn)}提出${of}${aidType}申请${amount}。经审核，` +
    `${refusal.actorUnion}于${toChineseDate(refusedOn)}决定不予救助。`
  );
}

function basisText({ policyTitle, citation, reasons }: RefusalLetter): string {
  const isCited = reasons.some((reason) => reason.citation === citation);
  const clause = citation === null || isCited ? '' : `，所申请类别的标准见${citation}`;
  return `以上决定依据《${policyTitle}》作出${clause}。`;
}

function rightText({ reexamination }: RefusalLetter): string {
  if (reexamination === null) return '本决定已经复核，维持原决定；同一申请只复核一次。';
  const { until, requestDays, answerDays } = reexamination;
  return (
    `如不同意本决定，您可以自决定作出之日起${requestDays}个工作日内（至${toChineseDate(until)}止）` +
    `申请复核：可在系统中提出，也可由所在工会代为提出。复核由作出原决定的人以外的人办理，` +
    `自收到复核申请之日起${answerDays}个工作日内答复。`
  );
}

function withStop(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}
