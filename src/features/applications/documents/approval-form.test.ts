import { expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import { readPdf } from '../../../../tests/support/read-pdf.ts';
import { DETAIL } from '../rules/application-examples.ts';
import type { StepView } from '../rules/application-views.ts';
import { renderApprovalForms } from './approval-form.ts';
import type { ApprovalForm } from './approval-form.ts';

const MARK = { by: '样例区总工会 样例经办', on: day('2026-03-04'), at: '10:05' };
const QR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>';

const LONG = '情况属实、材料齐全、同意上报。'.repeat(60);

function aStep(number: number, action: StepView['action'], toState: StepView['toState']): StepView {
  return {
    number,
    action,
    fromState: 'grassroots_review',
    toState,
    opinion: LONG,
    amountFen: 1500_00,
    meetsConditions: true,
    judgement: null,
    overrideReason: number === 4 ? '样例：房屋损毁特别严重。'.repeat(30) : null,
    overrideFileId: null,
    detail: null,
    actorName: '样例审核人',
    actorUnion: '样例工会',
    happenedOn: day('2026-03-04'),
    happenedAt: '2026-03-04T02:00:00.000Z',
  };
}

const CROWDED: ApprovalForm = {
  application: {
    ...DETAIL,
    unionName: '样例市样例区样例街道样例工业园区综合服务有限责任公司工会委员会'.repeat(2),
    state: 'awaiting_payment',
    approvedFen: 1500_00,
    hasOverride: true,
  },
  className: '本人或者直系亲属患有样例所列重大疾病且自付医疗费用较高的'.repeat(2),
  steps: [
    aStep(1, 'pass_grassroots', 'town_review'),
    aStep(2, 'pass_town', 'district_review'),
    aStep(3, 'pass_district', 'district_approval'),
    aStep(4, 'approve', 'awaiting_payment'),
  ],
  family: { facts: { ...DETAIL.facts, story: LONG.repeat(2) }, event: null, file: null },
  qrSvg: QR,
};

test('the longest form stays on its one page, and what was cut is told', async () => {
  const pdf = renderApprovalForms([CROWDED, CROWDED], MARK);
  const { pages, isTagged } = await readPdf(pdf);
  expect(isTagged).toBe(true);
  expect(pages).toHaveLength(2);
  const text = pages.map(({ all }) => all.replaceAll(/\s/g, ''));
  expect(text[0]).toContain('……（全文见系统）');
  expect(text[0]).toContain('人民币壹仟伍佰元整');
  expect(text[1]).toContain('第2页共2页');
});
