import { describe, expect, test } from 'vitest';

import { DETAIL } from '#features/applications/rules/application-examples.ts';
import { ApplicationDetail } from '#features/applications/rules/application-views.ts';
import type { StepView } from '#features/applications/rules/application-views.ts';
import { APPLICATION_STATES } from '#features/applications/rules/states.ts';
import type { ApplicationState } from '#features/applications/rules/states.ts';
import { BUILT_IN_POLICIES } from '#features/policies/rules/built-in-policies.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';

import { OwnDetail } from './own-views.ts';
import { toOwnDetail } from './to-own-detail.ts';
import type { OwnCaseGround } from './to-own-detail.ts';

const policy = thePolicy();

function thePolicy(): PolicyVersion {
  const last = BUILT_IN_POLICIES.at(-1);
  if (last === undefined) throw new Error('there is no built-in policy');
  return last;
}

const NOTE = '内部备注';
const step = (more: Partial<StepView>): StepView => ({
  number: 1,
  action: 'accept',
  fromState: 'submitted',
  toState: 'grassroots_review',
  opinion: NOTE,
  amountFen: null,
  meetsConditions: null,
  judgement: null,
  overrideReason: null,
  overrideFileId: null,
  detail: null,
  actorName: '样例经办人',
  actorUnion: '样例工会',
  happenedOn: '2026-03-03',
  happenedAt: '2026-03-03T02:00:00.000Z',
  ...more,
});

function told(more: Partial<ApplicationDetail>, ground: Partial<OwnCaseGround> = {}): OwnDetail {
  const detail = { ...ApplicationDetail.parse(DETAIL), ...more };
  const tiers = ['grassroots', 'town', 'district'] as const;
  const nothing = { consents: [], family: null, familyReturn: null, toldEvent: null };
  return OwnDetail.parse(toOwnDetail({ detail, tiers, policy, ...nothing, ...ground }));
}

describe('what the applicant is told', () => {
  test.each(APPLICATION_STATES)('in %s names no officer and shows no note', (state) => {
    const own = told({
      state,
      approvedFen: null,
      steps: [step({}), step({ number: 2, action: 'start_visit' })],
    });
    const text = JSON.stringify(own);
    expect(text).not.toContain(NOTE);
    expect(text).not.toContain('样例经办人');
    expect(own.stateText).not.toBe('');
    expect(own.next.text).not.toBe('');
  });

  test('has one present stage until the case is at an end', () => {
    const ended = new Set<ApplicationState>(['paid', 'archived', 'refused', 'withdrawn']);
    for (const state of APPLICATION_STATES) {
      const now = told({ state }).progress.filter(({ status }) => status === 'now');
      expect(now.length, state).toBe(ended.has(state) ? 0 : 1);
    }
  });

  test('leaves out tiers that the union has not, and the notice of emergency aid', () => {
    const ahead = (more: Partial<ApplicationDetail>, ground?: Partial<OwnCaseGround>) =>
      told({ state: 'submitted', steps: [], ...more }, ground)
        .progress.filter(({ status }) => status === 'ahead')
        .map(({ title }) => title);
    expect(ahead({})).toHaveLength(6);
    expect(ahead({ aidType: '紧急救助' })).not.toContain('公示');
    expect(ahead({}, { tiers: ['town', 'district'] })).not.toContain('基层工会审核');
  });

  test('gives the reason of a refusal, the clauses named against it, and the way on', () => {
    const judgement = {
      outcome: 'refused' as const,
      reasons: [
        {
          code: 'range',
          severity: 'block' as const,
          rule: '样例规则',
          citation: '样例办法第五条',
          detail: '样例',
          isOverridable: false,
        },
      ],
    };
    const refused = {
      state: 'refused' as const,
      decidedOn: '2026-03-05',
      reexaminationUntil: '2026-03-19',
      steps: [
        step({ action: 'pass_grassroots', judgement }),
        step({ number: 2, action: 'refuse', opinion: '不在救助范围' }),
      ],
    };
    const open = told({
      ...refused,
      acts: [{ action: 'request_reexamination', route: 'filing', reasons: [] }],
    });
    expect(open.outcome).toMatchObject({
      kind: 'refused',
      reason: '不在救助范围',
      citations: ['样例办法第五条'],
    });
    expect(open.outcome?.nextStep).toContain('2026-03-19');
    expect(open.acts).toEqual(['request_reexamination']);
    const closed = told({ ...refused, acts: [] });
    expect(closed.outcome?.nextStep).not.toContain('2026-03-19');
    expect(closed.reexaminationUntil).toBeNull();
  });

  test('says what was granted', () => {
    const granted = told({ state: 'awaiting_payment', approvedFen: 600_00 });
    expect(granted.outcome).toMatchObject({ kind: 'granted', amountFen: 600_00 });
    expect(granted.outcome?.text).toContain('600');
  });

  test('names the papers asked for and the day until which they are waited for', () => {
    const [paper] = policy.papers;
    const asked = step({
      action: 'ask_supplement',
      detail: { papers: [paper?.code], note: '请补盖公章' },
    });
    expect(told({ state: 'supplementing', steps: [asked] }).supplement).toMatchObject({
      papers: [paper?.name],
      note: '请补盖公章',
      dueOn: expect.any(String),
    });
  });

  test('offers nothing but taking it back while the family’s file is awaited', () => {
    const family = { form: null, handedInOn: '2026-03-02' };
    const own = told({ state: 'draft', steps: [] }, { family });
    expect(own).toMatchObject({ acts: ['remove'], isWaitingForMe: false });
  });
});
