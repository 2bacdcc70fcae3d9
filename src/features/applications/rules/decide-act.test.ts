import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import { actContent, actGround, NOBODY_KNOWN } from './act-ground.fixture.ts';
import { decideAct, decideStanding } from './decide-act.ts';
import type { ActGround } from './decide-act.ts';
import { resolveTarget } from './resolve-target.ts';
import { APPLICATION_STATES } from './states.ts';
import { SEATS } from './tiers.ts';
import type { Seat } from './tiers.ts';
import { ACTIONS, TRANSITIONS } from './transitions.ts';
import type { Action } from './transitions.ts';

const RESUMED_FROM = {
  supplementing: 'grassroots_review',
  home_visit: 'grassroots_review',
  economic_check: 'district_review',
} as const;

function groundIn(state: ActGround['state'], overrides: Partial<ActGround> = {}): ActGround {
  const resumeState = state in RESUMED_FROM ? RESUMED_FROM[state as 'home_visit'] : null;
  return actGround({ state, resumeState, ...overrides });
}

function codesOf(action: Action, ground: ActGround, content = actContent()): string[] {
  const decision = decideAct(action, content, ground);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
}

describe('the table of transitions', () => {
  const cases = ACTIONS.flatMap((action) => APPLICATION_STATES.map((state) => ({ action, state })));

  test.each(cases)(
    '$action in $state is open only where the table says so',
    ({ action, state }) => {
      const isListed = TRANSITIONS[action].from.includes(state);
      const codes = SEATS.map((seat) => codesOf(action, groundIn(state, { seat })));
      const isRefusedByState = codes.every((found) => found.includes('application.wrong_state'));
      expect(isRefusedByState).toBe(!isListed);
    },
  );

  test('no act leaves a granted, withdrawn or drafted case for a state it does not name', () => {
    const granted = ['awaiting_payment', 'paying', 'paid', 'archived', 'withdrawn'] as const;
    for (const state of granted) {
      expect(ACTIONS.filter((action) => TRANSITIONS[action].from.includes(state))).toEqual([]);
    }
  });

  test('every state before a decision can be left', () => {
    const stuck = APPLICATION_STATES.filter(
      (state) => !ACTIONS.some((action) => TRANSITIONS[action].from.includes(state)),
    );
    // Money moves these on.
    expect(stuck).toEqual([
      'awaiting_payment',
      'paying',
      'paid',
      'payment_failed',
      'archived',
      'withdrawn',
    ]);
  });
});

describe('whose act it is', () => {
  const DOERS: readonly (readonly [Action, ActGround['state'], Seat])[] = [
    ['submit', 'draft', 'filing'],
    ['accept', 'submitted', 'grassroots'],
    ['pass_grassroots', 'grassroots_review', 'grassroots'],
    ['pass_town', 'town_review', 'town'],
    ['pass_district', 'district_review', 'district'],
    ['record_check', 'economic_check', 'district'],
    ['approve', 'district_approval', 'approval'],
    ['refuse', 'district_approval', 'approval'],
    ['refuse', 'town_review', 'town'],
    ['ask_supplement', 'district_review', 'district'],
    ['uphold', 'reexamination', 'approval'],
  ];

  test.each(DOERS)('%s in %s belongs to the desk %s alone', (action, state, owner) => {
    const allowed = SEATS.filter((seat) => codesOf(action, groundIn(state, { seat })).length === 0);
    expect(allowed).toEqual([owner]);
  });

  test('what a town visits, the town records', () => {
    const ground = actGround({ state: 'home_visit', resumeState: 'town_review', seat: 'town' });
    expect(codesOf('record_visit', ground)).toEqual([]);
    expect(codesOf('record_visit', { ...ground, seat: 'grassroots' })).toContain(
      'application.not_your_tier',
    );
  });

  test('a union that hangs under the district alone is reviewed by the district at once', () => {
    const ground = actGround({ state: 'submitted', tiers: ['district'], seat: 'district' });
    expect(codesOf('accept', ground)).toEqual([]);
    expect(resolveTarget('accept', ground)).toEqual({
      state: 'district_review',
      resumeState: null,
    });
  });

  test('a notice is ended by the program alone, after its last day and with every objection answered', () => {
    const hanging = groundIn('district_notice', {
      actor: 'program',
      noticeEndsOn: day('2026-03-02'),
    });
    expect(codesOf('end_district_notice', hanging)).toEqual(['application.notice_running']);
    const over = { ...hanging, today: day('2026-03-03') };
    expect(codesOf('end_district_notice', over)).toEqual([]);
    expect(codesOf('end_district_notice', { ...over, openObjectionCount: 1 })).toEqual([
      'application.objection_open',
    ]);
    expect(codesOf('end_district_notice', { ...over, actor: NOBODY_KNOWN })).toEqual([
      'application.program_only',
    ]);
  });

  test('the program judges nothing', () => {
    expect(codesOf('approve', groundIn('district_approval', { actor: 'program' }))).toEqual([
      'application.program_only',
    ]);
  });
});

describe('separation of duties', () => {
  test('who gave the grassroots opinion gives none at the town', () => {
    const ground = groundIn('town_review', {
      seat: 'town',
      earlierActors: [{ accountId: 1, act: 'grassroots_opinion' }],
    });
    expect(codesOf('pass_town', ground)).toEqual(['duties.two_tiers']);
  });

  test('who filed for the worker may review at the grassroots and nowhere above', () => {
    const earlierActors = [{ accountId: 1, act: 'file_on_behalf' }] as const;
    expect(codesOf('pass_grassroots', actGround({ earlierActors }))).toEqual([]);
    expect(
      codesOf('pass_district', groundIn('district_review', { seat: 'district', earlierActors })),
    ).toEqual(['duties.two_tiers']);
  });

  test('a relative judges at no tier', () => {
    const actor = { accountId: 1, isRelative: true };
    expect(codesOf('pass_grassroots', actGround({ actor }))).toEqual(['duties.relative']);
    expect(codesOf('approve', groundIn('district_approval', { actor, seat: 'approval' }))).toEqual([
      'duties.relative',
    ]);
  });

  test('who refused does not re-examine', () => {
    const refusal = { accountId: 1, on: day('2026-02-27') };
    const ground = groundIn('reexamination', { seat: 'approval', refusal });
    expect(codesOf('overturn', ground)).toEqual(['application.own_decision']);
    expect(codesOf('overturn', { ...ground, refusal: { ...refusal, accountId: 2 } })).toEqual([]);
  });
});

describe('an opinion, an amount and a finding', () => {
  const SILENT = actContent({ opinion: null });
  const asking = ACTIONS.filter((action) => TRANSITIONS[action].needsOpinion);

  test.each(asking)('%s without an opinion is refused', (action) => {
    const [state = 'draft'] = TRANSITIONS[action].from;
    const codes = SEATS.flatMap((seat) =>
      codesOf(action, groundIn(state, { seat, today: day('2026-03-09') }), SILENT),
    );
    expect(codes).toContain('application.opinion_missing');
  });

  test('nothing is passed without an amount and a finding, named together', () => {
    const content = actContent({ amountFen: null, meetsConditions: null });
    expect(codesOf('pass_grassroots', actGround(), content)).toEqual([
      'application.amount_missing',
      'application.finding_missing',
    ]);
  });

  test('all gaps of an application are named at once', () => {
    const ground = groundIn('draft', {
      seat: 'filing',
      aidClass: null,
      missingPapers: ['户口簿', '医院诊断证明'],
      missingConsents: ['economic_check'],
    });
    expect(codesOf('submit', ground)).toEqual([
      'application.class_missing',
      'application.paper_missing',
      'application.paper_missing',
      'application.consent_missing',
    ]);
  });

  test('a visit is made by two and not tomorrow', () => {
    const content = actContent();
    const visit = { ...content.visit, visitors: '样例甲', visitedOn: day('2026-03-03') };
    expect(
      codesOf('record_visit', groundIn('home_visit'), {
        ...content,
        visit: { findings: '样例：属实', isAsDescribed: true, ...visit },
      }),
    ).toEqual(['application.visit_by_two', 'application.day_in_future']);
  });
});

describe('what the rules refuse', () => {
  const reason = {
    severity: 'block',
    rule: '样例规则',
    citation: '样例文件',
    detail: '样例',
  } as const;
  const OVERRIDE = {
    reason: '样例：家庭遭遇特殊变故',
    fileId: '0d3f4a3c-6c5a-4f0b-9d7e-1f2a3b4c5d6e',
  };
  const open = {
    outcome: 'refused',
    reasons: [{ ...reason, code: 'range', isOverridable: true }],
  } as const;
  const final = {
    outcome: 'refused',
    reasons: [{ ...reason, code: 'household_hard_cap', isOverridable: false }],
  } as const;
  const judgement = (given: typeof open | typeof final): ActGround['judgement'] => ({
    outcome: given.outcome,
    reasons: [...given.reasons],
  });

  test('a leader may let pass what is open to it, each of the two district desks with a reason', () => {
    for (const [action, state, seat] of [
      ['pass_district', 'district_review', 'district'],
      ['approve', 'district_approval', 'approval'],
    ] as const) {
      const ground = groundIn(state, { seat, judgement: judgement(open) });
      expect(codesOf(action, ground)).toEqual(['application.override_needed']);
      expect(codesOf(action, ground, actContent({ override: OVERRIDE }))).toEqual([]);
    }
  });

  test('lower tiers hand it on with the reason on record', () => {
    expect(codesOf('pass_grassroots', actGround({ judgement: judgement(open) }))).toEqual([]);
  });

  test('no reason lifts the ceiling of a household-year', () => {
    const ground = groundIn('district_approval', { seat: 'approval', judgement: judgement(final) });
    expect(codesOf('approve', ground, actContent({ override: OVERRIDE }))).toEqual([
      'application.rule_blocks',
      'application.override_unfounded',
    ]);
    expect(codesOf('pass_grassroots', actGround({ judgement: judgement(final) }))).toEqual([
      'application.rule_blocks',
    ]);
  });

  test('an override without anything to let pass is refused', () => {
    expect(codesOf('pass_grassroots', actGround(), actContent({ override: OVERRIDE }))).toEqual([
      'application.override_unfounded',
    ]);
  });
});

describe('time', () => {
  test('the tier above takes over what is overdue, and only that', () => {
    const ground = actGround({ seat: 'town', dueOn: day('2026-03-05') });
    expect(codesOf('take_over', { ...ground, today: day('2026-03-05') })).toEqual([
      'application.not_overdue',
    ]);
    expect(codesOf('take_over', { ...ground, today: day('2026-03-06') })).toEqual([]);
    expect(codesOf('take_over', { ...ground, seat: 'district', today: day('2026-03-06') })).toEqual(
      ['application.not_your_tier'],
    );
  });

  test('a refusal may be contested for ten working days, once', () => {
    const refusal = { accountId: 2, on: day('2026-03-02') };
    const ground = groundIn('refused', { seat: 'filing', refusal, today: day('2026-03-16') });
    expect(codesOf('request_reexamination', ground)).toEqual([]);
    expect(codesOf('request_reexamination', { ...ground, today: day('2026-03-17') })).toEqual([
      'application.reexamination_late',
    ]);
    expect(codesOf('request_reexamination', { ...ground, isReexamined: true })).toEqual([
      'application.already_reexamined',
    ]);
  });
});

describe('where it leads', () => {
  const LEADS: readonly (readonly [Action, Partial<ActGround>, ActGround['state'] | undefined])[] =
    [
      ['pass_grassroots', {}, 'grassroots_notice'],
      ['pass_grassroots', { aidType: '紧急救助' }, 'town_review'],
      [
        'pass_grassroots',
        { aidType: '紧急救助', tiers: ['grassroots', 'district'] },
        'district_review',
      ],
      ['end_grassroots_notice', { state: 'grassroots_notice' }, 'town_review'],
      ['pass_district', { state: 'district_review' }, 'district_notice'],
      ['pass_district', { state: 'district_review', aidType: '紧急救助' }, 'district_approval'],
      ['send_back', { state: 'town_review' }, 'grassroots_review'],
      ['send_back', { state: 'town_review', tiers: ['town', 'district'] }, undefined],
      ['send_back', { state: 'district_approval' }, 'district_review'],
      ['take_over', { state: 'submitted' }, 'town_review'],
      ['take_over', { state: 'town_review' }, 'district_review'],
      ['answer_supplement', { state: 'supplementing', resumeState: 'town_review' }, 'town_review'],
    ];

  test.each(LEADS)('%s from %o to %s', (action, overrides, state) => {
    expect(resolveTarget(action, actGround(overrides))?.state).toBe(state);
  });

  test('an interruption remembers where it goes on', () => {
    expect(resolveTarget('ask_supplement', actGround({ state: 'town_review' }))).toEqual({
      state: 'supplementing',
      resumeState: 'town_review',
    });
  });

  test('standing is asked without content', () => {
    expect(decideStanding('pass_grassroots', actGround()).ok).toBe(true);
  });
});
