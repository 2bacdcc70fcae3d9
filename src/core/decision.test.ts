import { expect, test } from 'vitest';

import { findReasonText, toDecision } from './decision.ts';
import type { ReasonOf, ReasonTexts } from './decision.ts';

interface Params {
  readonly 'door.closed': { readonly until: number };
  readonly 'door.lost': { readonly name: string };
}
const TEXTS: ReasonTexts<Params> = {
  'door.closed': ({ until }) => `closed until ${until}`,
  'door.lost': ({ name }) => `${name} is lost`,
};
const closed: ReasonOf<Params> = { code: 'door.closed', params: { until: 8 } };

test('a decision is yes exactly when there is no reason against it', () => {
  expect(toDecision([])).toEqual({ ok: true });
  expect(toDecision([closed])).toEqual({ ok: false, reasons: [closed] });
});

test('a reason has its sentence, even after its type was lost', () => {
  expect(findReasonText(TEXTS, JSON.parse(JSON.stringify(closed)))).toBe('closed until 8');
});

test('a catalogue is silent about codes it does not have, inherited names included', () => {
  expect(findReasonText(TEXTS, { code: 'door.open', params: {} })).toBeUndefined();
  expect(findReasonText(TEXTS, { code: 'toString', params: {} })).toBeUndefined();
});
