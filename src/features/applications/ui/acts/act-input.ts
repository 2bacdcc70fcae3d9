import { z } from 'zod';

import { ActInput } from '../../rules/application-inputs.ts';
import { TRANSITIONS } from '../../rules/transitions.ts';
import type { Action } from '../../rules/transitions.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the dialog of an act asks for beside its opinion. */
export interface Asked {
  readonly opinion: boolean;
  readonly amount: boolean;
  readonly override: boolean;
  readonly fund: boolean;
  readonly supplement: boolean;
  readonly visit: boolean;
  readonly check: boolean;
}

/** Only the district's two desks let pass what the rules refuse; the ones below hand it on. */
const OVERRIDING: ReadonlySet<Action> = new Set<Action>(['pass_district', 'approve']);

export function askedBy(action: Action): Asked {
  const { needsOpinion, isJudged } = TRANSITIONS[action];
  return {
    opinion: needsOpinion,
    amount: isJudged,
    override: OVERRIDING.has(action),
    fund: action === 'approve',
    supplement: action === 'ask_supplement',
    visit: action === 'record_visit',
    check: action === 'record_check',
  };
}

const Opinion = z.string().trim().min(2).max(1000);
const Amount = ActInput.shape.amountFen.unwrap().unwrap();
const Visit = ActInput.shape.visit.unwrap().unwrap();
const Check = ActInput.shape.check.unwrap().unwrap();

/** The input of an act with what this act demands made mandatory, so that stars and checks follow. */
export function actSchema(action: Action): z.ZodType<ActInput> {
  const asked = askedBy(action);
  const demanded = z.looseObject({
    ...(asked.opinion ? { opinion: Opinion } : {}),
    ...(asked.amount ? { amountFen: Amount, meetsConditions: z.boolean() } : {}),
    ...(asked.visit ? { visit: Visit } : {}),
    ...(asked.check ? { check: Check } : {}),
  });
  return z.preprocess((values) => completed(recordOf(values), asked), demanded).pipe(ActInput);
}

/** Blanks and boxes of the page as the route wants them. */
function completed(values: Values, asked: Asked): Values {
  const { isOverride, ...rest } = values;
  return {
    ...rest,
    override: asked.override && isOverride === true ? recordOf(values['override']) : null,
    ...(asked.supplement
      ? { supplement: { papers: [], note: null, ...recordOf(values['supplement']) } }
      : {}),
    ...(asked.visit ? { visit: recordOf(values['visit']) } : {}),
    ...(asked.check ? { check: recordOf(values['check']) } : {}),
  };
}

function recordOf(value: unknown): Values {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
